package dev.kilde.index;

import dev.kilde.options.JobOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every option of the job by name; {@code flink-conf/index-reference.properties} explains each. */
enum IndexOption implements JobOption {
  KAFKA_BOOTSTRAP_SERVERS("kafka.bootstrap-servers", null),
  KAFKA_TOPIC_PREFIX("kafka.topic-prefix", ""),
  KAFKA_GROUP_ID("kafka.group-id", "kilde-index"),
  KAFKA_START("kafka.start", "committed"),
  KAFKA_CONFIG_FILE("kafka.config-file", ""),
  REGISTRY_URL("schema-registry.url", ""),
  REGISTRY_AUTHORIZATION_FILE("schema-registry.authorization-file", ""),
  ELASTICSEARCH_HOSTS("elasticsearch.hosts", null),
  ELASTICSEARCH_USER("elasticsearch.user", ""),
  ELASTICSEARCH_PASSWORD_ENV("elasticsearch.password-env", ""),
  ELASTICSEARCH_PASSWORD_FILE("elasticsearch.password-file", ""),
  ELASTICSEARCH_API_KEY_ENV("elasticsearch.api-key-env", ""),
  ELASTICSEARCH_API_KEY_FILE("elasticsearch.api-key-file", ""),
  ELASTICSEARCH_CA_FILE("elasticsearch.ca-file", ""),
  ELASTICSEARCH_CONNECT_TIMEOUT("elasticsearch.connect-timeout", "5s"),
  ELASTICSEARCH_REQUEST_TIMEOUT("elasticsearch.request-timeout", "60s"),
  ELASTICSEARCH_MAX_BATCH_DOCUMENTS("elasticsearch.max-batch-documents", "500"),
  ELASTICSEARCH_MAX_BATCH_BYTES("elasticsearch.max-batch-bytes", "5242880"),
  ELASTICSEARCH_MAX_DOCUMENT_BYTES("elasticsearch.max-document-bytes", "5242880"),
  ELASTICSEARCH_MAX_IN_FLIGHT("elasticsearch.max-in-flight", "2"),
  ELASTICSEARCH_MAX_BUFFERED_DOCUMENTS("elasticsearch.max-buffered-documents", "5000"),
  ELASTICSEARCH_MAX_WAIT("elasticsearch.max-wait", "1s"),
  ELASTICSEARCH_BACK_OFF_FIRST("elasticsearch.back-off-first", "500ms"),
  ELASTICSEARCH_BACK_OFF_LONGEST("elasticsearch.back-off-longest", "30s"),
  INDEX_DEDICATED_TENANTS("index.dedicated-tenants", ""),
  INDEX_SHARED_SHARDS("index.shared-shards", "3"),
  INDEX_DEDICATED_SHARDS("index.dedicated-shards", "3"),
  INDEX_REPLICAS("index.replicas", "1"),
  SEGMENTS_WRITE_INTERVAL("segments.write-interval", "1s"),
  CHECKPOINT_INTERVAL("checkpoint.interval", "10s");

  /** What an environment variable that sets an option begins with. */
  static final String VARIABLE_PREFIX = "KILDE_INDEX_";

  /** The file that explains all of them. */
  static final String REFERENCE = "flink-conf/index-reference.properties";

  private final String key;
  private final @Nullable String usual;

  IndexOption(String key, @Nullable String usual) {
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
