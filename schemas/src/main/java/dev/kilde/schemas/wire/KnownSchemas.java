package dev.kilde.schemas.wire;

import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Tick;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** Every schema a record was ever released with, by its CRC-64-AVRO fingerprint. Immutable. */
final class KnownSchemas {

  private final Map<Long, Schema> byFingerprint = new HashMap<>();

  /** The current schemas of all topics, and the tick's. */
  KnownSchemas() {
    for (Topic topic : Topic.values()) {
      add(topic.schema());
    }
    add(Tick.getClassSchema());
  }

  private void add(Schema schema) {
    byFingerprint.putIfAbsent(SchemaNormalization.parsingFingerprint64(schema), schema);
  }

  Optional<Schema> byFingerprint(long fingerprint) {
    return Optional.ofNullable(byFingerprint.get(fingerprint));
  }
}
