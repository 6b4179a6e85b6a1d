package dev.kilde.schemas.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Writes records so that equal content gives equal bytes: maps in order of keys. */
final class CanonicalWriter extends SpecificDatumWriter<SpecificRecord> {

  private final byte[] header;

  CanonicalWriter(Schema schema) {
    super(schema, SpecificData.getForSchema(schema));
    ByteBuffer start = ByteBuffer.allocate(2 + Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    start.put((byte) 0xC3).put((byte) 0x01);
    start.putLong(SchemaNormalization.parsingFingerprint64(schema));
    header = start.array();
  }

  /** Writes the mark of single-object encoding and the schema's fingerprint. */
  void writeHeader(ByteArrayOutputStream out) {
    out.writeBytes(header);
  }

  @Override
  protected void writeMap(Schema schema, Object datum, Encoder out) throws IOException {
    Map<?, ?> map = (Map<?, ?>) datum;
    boolean sorted = map.size() < 2 || (map instanceof SortedMap<?, ?> s && s.comparator() == null);
    super.writeMap(schema, sorted ? map : new TreeMap<>(map), out);
  }
}
