package dev.kilde.schemas.wire;

import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Tick;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * Every schema a record was ever released with, and the current ones, by CRC-64-AVRO fingerprint.
 */
final class KnownSchemas {

  /** Released versions; each has a folder of golden files whose schemas are bundled. */
  static final List<String> RELEASED = List.of("v1", "v2");

  private static final Map<Long, Schema> BY_FINGERPRINT = load();

  private KnownSchemas() {}

  static Optional<Schema> byFingerprint(long fingerprint) {
    return Optional.ofNullable(BY_FINGERPRINT.get(fingerprint));
  }

  /** The current schemas of all records that travel by themselves. */
  static Stream<Schema> current() {
    return Stream.concat(
        Stream.of(Topic.values()).map(Topic::schema), Stream.of(Tick.getClassSchema()));
  }

  private static Map<Long, Schema> load() {
    List<Schema> all = new ArrayList<>(current().toList());
    for (String version : RELEASED) {
      current()
          .map(now -> released(version, now.getName()))
          .forEach(then -> then.ifPresent(all::add));
    }
    return all.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                SchemaNormalization::parsingFingerprint64,
                Function.identity(),
                (now, then) -> now));
  }

  /** The schema a record had in a version; empty if there was no such record yet. */
  static Optional<Schema> released(String version, String record) {
    String name = "/golden/" + version + "/" + record + ".avsc";
    try (InputStream schema = KnownSchemas.class.getResourceAsStream(name)) {
      return schema == null ? Optional.empty() : Optional.of(new Schema.Parser().parse(schema));
    } catch (IOException e) {
      throw new UncheckedIOException("bundled schema " + name + " cannot be read", e);
    }
  }
}
