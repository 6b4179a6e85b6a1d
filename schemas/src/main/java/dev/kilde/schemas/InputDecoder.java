package dev.kilde.schemas;

import dev.kilde.schemas.json.JsonForm;
import dev.kilde.schemas.record.Tick;
import dev.kilde.schemas.wire.WireForm;
import dev.kilde.schemas.wire.WriterSchemas;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** From bytes of an input topic to a valid, normalised record. Not thread-safe. */
public final class InputDecoder {

  private final JsonForm json = new JsonForm();
  private final WireForm wire;

  /** Without a schema registry. */
  public InputDecoder() {
    this(WriterSchemas.none());
  }

  /** With a registry for Confluent-framed messages. */
  public InputDecoder(WriterSchemas registry) {
    this.wire = new WireForm(registry);
  }

  /**
   * Reads and validates one line of a file.
   *
   * @throws RejectedException if it is not a valid record of the topic
   */
  public SpecificRecord json(Topic topic, byte[] line) throws RejectedException {
    return json.read(topic, line);
  }

  /**
   * Reads and validates one message; a {@link Tick} passes as it is.
   *
   * @param recordTimestamp the Kafka record's own timestamp if the message is live, so that {@code
   *     occurredAt} may be at most 24 h ahead of it; null if it is replayed
   * @throws RejectedException if it is not a valid record of the topic
   */
  public SpecificRecord wire(Topic topic, byte[] value, @Nullable Instant recordTimestamp)
      throws RejectedException {
    Limits.checkSize(value.length);
    return wire.decode(topic, value);
  }

  /** Fields passed over in JSON lines so far because no schema knows them. */
  public long unknownFields() {
    return json.unknownFields();
  }
}
