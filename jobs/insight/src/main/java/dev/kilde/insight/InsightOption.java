package dev.kilde.insight;

import dev.kilde.options.JobOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every option of the job by name; {@code flink-conf/insight-reference.properties} explains each.
 */
enum InsightOption implements JobOption {
  KAFKA_BOOTSTRAP_SERVERS("kafka.bootstrap-servers", null),
  KAFKA_TOPIC_PREFIX("kafka.topic-prefix", ""),
  KAFKA_GROUP_ID("kafka.group-id", "kilde-insight"),
  KAFKA_CONFIG_FILE("kafka.config-file", ""),
  KAFKA_DELIVERY("kafka.delivery", "exactly-once"),
  KAFKA_TRANSACTION_PREFIX("kafka.transactional-id-prefix", "kilde-insight"),
  TIME_ZONE("time.zone", "Europe/Copenhagen"),
  TIME_ZONES("time.zones", ""),
  TIME_OUT_OF_ORDERNESS("time.out-of-orderness", "2m"),
  TIME_IDLENESS("time.idleness", "60s"),
  MODELS_SETTLE("models.settle", "10s"),
  CHECKPOINT_INTERVAL("checkpoint.interval", "10s");

  /** What an environment variable that sets an option begins with. */
  static final String VARIABLE_PREFIX = "KILDE_INSIGHT_";

  /** The file that explains all of them. */
  static final String REFERENCE = "flink-conf/insight-reference.properties";

  private final String key;
  private final @Nullable String usual;

  InsightOption(String key, @Nullable String usual) {
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
