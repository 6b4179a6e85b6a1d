package dev.kilde.schemas.wire;

import java.util.Optional;
import org.apache.avro.Schema;

/** Where the schemas of Confluent-framed messages come from. */
@FunctionalInterface
public interface WriterSchemas {

  /**
   * The schema registered under an id; empty if the registry says there is none.
   *
   * @throws java.io.UncheckedIOException if the registry cannot be asked just now; the message is
   *     not at fault
   */
  Optional<Schema> byId(int id);

  /** Knows no schema: for topics without a registry. */
  static WriterSchemas none() {
    return id -> Optional.empty();
  }
}
