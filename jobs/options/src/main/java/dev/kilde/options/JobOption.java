package dev.kilde.options;

import java.util.Locale;
import java.util.Optional;

/** One option of a job; each job's enum of them is complete. */
public interface JobOption {

  /** Its name: {@code kafka.group-id}. */
  String key();

  /** The default; empty if the option must be given. */
  Optional<String> usual();

  /**
   * The environment variable that sets it: {@code kafka.group-id} is {@code PREFIX_KAFKA_GROUP_ID}.
   */
  default String variable(String prefix) {
    return prefix + key().replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
