package dev.kilde.profile;

import dev.kilde.options.JobOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every option of the job by name; {@code flink-conf/profile-reference.properties} explains each.
 */
enum ProfileOption implements JobOption {
  KAFKA_BOOTSTRAP_SERVERS("kafka.bootstrap-servers", null),
  KAFKA_TOPIC_PREFIX("kafka.topic-prefix", ""),
  KAFKA_GROUP_ID("kafka.group-id", "kilde-profile"),
  KAFKA_START("kafka.start", "committed"),
  KAFKA_CONFIG_FILE("kafka.config-file", ""),
  KAFKA_DELIVERY("kafka.delivery", "exactly-once"),
  KAFKA_TRANSACTION_PREFIX("kafka.transactional-id-prefix", "kilde-profile"),
  REGISTRY_URL("schema-registry.url", ""),
  REGISTRY_AUTHORIZATION_FILE("schema-registry.authorization-file", ""),
  TIME("time.from", "ticks"),
  TIME_OUT_OF_ORDERNESS("time.out-of-orderness", "10s"),
  TIME_IDLENESS("time.idleness", "60s"),
  TIME_MAX_DRIFT("time.max-drift", "60s"),
  DOCUMENT_COALESCING("document.coalescing", "10s"),
  RETENTION_BEHAVIOUR("retention.behaviour", "400d"),
  RETENTION_PURCHASES("retention.purchases", "1825d"),
  DEFINITIONS_FOLDER("definitions.folder", ""),
  PERSON_MOST_EVENTS("person.most-events", "20000"),
  IDENTITY_MOST_LINKS("identity.most-links", "10000"),
  PERSON_HOT("person.hot", "5000"),
  CHECKPOINT_INTERVAL("checkpoint.interval", "10s");

  /** What an environment variable that sets an option begins with. */
  static final String VARIABLE_PREFIX = "KILDE_PROFILE_";

  /** The file that explains all of them. */
  static final String REFERENCE = "flink-conf/profile-reference.properties";

  private final String key;
  private final @Nullable String usual;

  ProfileOption(String key, @Nullable String usual) {
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
