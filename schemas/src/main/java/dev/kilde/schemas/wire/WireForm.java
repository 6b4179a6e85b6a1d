package dev.kilde.schemas.wire;

import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection.Reason;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Tick;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The wire form of records on Kafka: Avro's single-object encoding, that is the bytes C3 01, the
 * fingerprint of the writer's schema (CRC-64-AVRO, little-endian), the record. Read are messages of
 * every released schema, and Confluent-framed ones (a zero byte, the schema's id as four bytes
 * big-endian, the record) whose schema {@link WriterSchemas} knows. Equal records give equal bytes.
 * Not thread-safe: it reuses its buffers.
 */
public final class WireForm {

  private static final int SINGLE_OBJECT_HEADER = 10;
  private static final int CONFLUENT_HEADER = 5;

  private static final Schema TICK = Tick.getClassSchema();

  /** A message's own name of its writer's schema: a registry's id or a fingerprint. */
  private record ReaderKey(Topic topic, boolean registered, long id) {}

  private final WriterSchemas registry;
  private final Map<Schema, CanonicalWriter> writers = new HashMap<>();
  private final Map<ReaderKey, SpecificDatumReader<SpecificRecord>> readers = new HashMap<>();
  private final StrictDecoder decoder = new StrictDecoder();
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1024);
  private @Nullable BinaryEncoder encoder;

  /** Without a registry: Confluent-framed messages are rejected as {@code unknown_schema}. */
  public WireForm() {
    this(WriterSchemas.none());
  }

  /** With a registry for Confluent-framed messages. */
  public WireForm(WriterSchemas registry) {
    this.registry = registry;
  }

  /**
   * Encodes a record.
   *
   * @throws org.apache.avro.AvroRuntimeException or {@link NullPointerException} if it breaks its
   *     schema: a required field is null, an amount has more than six decimals
   */
  public byte[] encode(SpecificRecord record) {
    CanonicalWriter writer = writers.computeIfAbsent(record.getSchema(), CanonicalWriter::new);
    buffer.reset();
    writer.writeHeader(buffer);
    encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
    try {
      writer.write(record, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return buffer.toByteArray();
  }

  /**
   * Decodes a message of a topic: its record, or a {@link Tick}. Of any size: the bound on inputs
   * is {@code InputDecoder}'s, a dead letter holds up to 1 MiB of payload and a small line can be a
   * larger record.
   *
   * @throws RejectedException if the bytes are no message of this topic, or their writer's schema
   *     is not known
   * @throws UncheckedIOException if the registry is needed and does not answer
   */
  public SpecificRecord decode(Topic topic, byte[] message) throws RejectedException {
    if (message.length >= SINGLE_OBJECT_HEADER && message[0] == (byte) 0xC3 && message[1] == 0x01) {
      return read(byFingerprint(topic, message), topic, message, SINGLE_OBJECT_HEADER);
    }
    if (message.length >= CONFLUENT_HEADER && message[0] == 0) {
      return read(byId(topic, message), topic, message, CONFLUENT_HEADER);
    }
    throw new RejectedException(
        Reason.NOT_AVRO,
        "starts neither with C3 01 and a fingerprint nor with 00 and a schema id: write Avro's"
            + " single-object encoding");
  }

  private SpecificDatumReader<SpecificRecord> byFingerprint(Topic topic, byte[] message)
      throws RejectedException {
    long fingerprint = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
    ReaderKey key = new ReaderKey(topic, false, fingerprint);
    SpecificDatumReader<SpecificRecord> reader = readers.get(key);
    if (reader == null) {
      Optional<Schema> writer = KnownSchemas.byFingerprint(fingerprint);
      String words = "fingerprint %016x is of no released schema".formatted(fingerprint);
      reader = reader(topic, writer, words);
      readers.put(key, reader);
    }
    return reader;
  }

  private SpecificDatumReader<SpecificRecord> byId(Topic topic, byte[] message)
      throws RejectedException {
    int id = ByteBuffer.wrap(message).getInt(1);
    ReaderKey key = new ReaderKey(topic, true, id);
    SpecificDatumReader<SpecificRecord> reader = readers.get(key);
    if (reader == null) {
      reader = reader(topic, registry.byId(id), "no schema is registered under id " + id);
      readers.put(key, reader);
    }
    return reader;
  }

  private static SpecificDatumReader<SpecificRecord> reader(
      Topic topic, Optional<Schema> writer, String unknown) throws RejectedException {
    Schema written =
        writer.orElseThrow(() -> new RejectedException(Reason.UNKNOWN_SCHEMA, unknown));
    Schema read = TICK.getFullName().equals(written.getFullName()) ? TICK : topic.schema();
    boolean ours = read.getNamespace().equals(written.getNamespace());
    if (ours && !read.getFullName().equals(written.getFullName())) {
      throw new RejectedException(
          Reason.WRONG_TYPE,
          "a %s on topic %s, which carries %s: was it written to the wrong topic?"
              .formatted(written.getName(), topic.topicName(), read.getName()));
    }
    Optional<String> difference = LogicalTypesMatch.difference(written, read);
    if (difference.isPresent()) {
      throw new RejectedException(Reason.WRONG_TYPE, "in the writer's schema, " + difference.get());
    }
    return new SpecificDatumReader<>(written, read, SpecificData.getForSchema(read));
  }

  private SpecificRecord read(
      SpecificDatumReader<SpecificRecord> reader, Topic topic, byte[] message, int offset)
      throws RejectedException {
    decoder.start(message, offset);
    try {
      SpecificRecord record = reader.read(null, decoder);
      decoder.expectEnd();
      return record;
    } catch (MalformedMessage e) {
      throw new RejectedException(Reason.NOT_AVRO, String.valueOf(e.getMessage()));
    } catch (AvroTypeException e) {
      throw new RejectedException(
          Reason.WRONG_TYPE, "the writer's schema does not fit " + topic.schema().getName());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new RejectedException(
          Reason.NOT_AVRO, "cannot be read: " + e.getClass().getSimpleName());
    }
  }
}
