package dev.kilde.schemas;

import dev.kilde.schemas.json.JsonForm;
import dev.kilde.schemas.record.Tick;
import dev.kilde.schemas.rules.InputRules;
import dev.kilde.schemas.wire.WireForm;
import dev.kilde.schemas.wire.WriterSchemas;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * From bytes of an input topic to a valid, normalised record: the form is read, then every rule of
 * the contract's "Envelope" and "Validation" is applied; blank identifiers become null, {@code
 * trust}, {@code updatedAt} and {@code effectiveAt} are filled in. Not thread-safe.
 */
public final class InputDecoder {

  private final JsonForm json = new JsonForm();
  private final WireForm wire;
  private final Map<Topic, InputRules> rules = new EnumMap<>(Topic.class);

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
    SpecificRecord record = json.read(topic, line);
    rules(topic).apply(record, null);
    return record;
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
    SpecificRecord record = wire.decode(topic, value);
    if (!(record instanceof Tick)) {
      rules(topic).apply(record, recordTimestamp);
    }
    return record;
  }

  private InputRules rules(Topic topic) {
    return rules.computeIfAbsent(topic, InputRules::new);
  }

  /** Fields passed over in JSON lines so far because no schema knows them. */
  public long unknownFields() {
    return json.unknownFields();
  }
}
