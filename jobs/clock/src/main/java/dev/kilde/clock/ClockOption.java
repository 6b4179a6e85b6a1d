package dev.kilde.clock;

import dev.kilde.options.JobOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every option of the job by name; {@code flink-conf/clock-reference.properties} explains each. */
enum ClockOption implements JobOption {
  KAFKA_BOOTSTRAP_SERVERS("kafka.bootstrap-servers", null),
  KAFKA_TOPIC_PREFIX("kafka.topic-prefix", ""),
  KAFKA_CONFIG_FILE("kafka.config-file", ""),
  TICK_INTERVAL("tick.interval", "1s"),
  TICK_PARTITIONS_REFRESH("tick.partitions-refresh", "60s"),
  CHECKPOINT_INTERVAL("checkpoint.interval", "60s");

  /** What an environment variable that sets an option begins with. */
  static final String VARIABLE_PREFIX = "KILDE_CLOCK_";

  /** The file that explains all of them. */
  static final String REFERENCE = "flink-conf/clock-reference.properties";

  private final String key;
  private final @Nullable String usual;

  ClockOption(String key, @Nullable String usual) {
    this.key = key;
    this.usual = usual;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public Optional<String> usual() {
    return Optional.ofNullable(usual);
  }
}
