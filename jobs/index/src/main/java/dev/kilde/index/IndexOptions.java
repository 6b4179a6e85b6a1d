package dev.kilde.index;

import dev.kilde.connectors.elasticsearch.BackOff;
import dev.kilde.connectors.elasticsearch.Credentials;
import dev.kilde.connectors.elasticsearch.ElasticsearchConnection;
import dev.kilde.connectors.elasticsearch.Secret;
import dev.kilde.connectors.elasticsearch.WriteLimits;
import dev.kilde.connectors.kafka.KafkaConnection;
import dev.kilde.connectors.kafka.KafkaInputs;
import dev.kilde.options.InvalidOptionsException;
import dev.kilde.options.OptionValues;
import dev.kilde.options.RegistryOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The job's options, parsed once.
 *
 * @param segmentInterval between two documents of a segment, at least
 * @param checkpointInterval between the beginnings of two checkpoints
 */
record IndexOptions(
    KafkaOptions kafka,
    ElasticsearchConnection elasticsearch,
    WriteLimits limits,
    IndexLayout layout,
    Duration segmentInterval,
    Duration checkpointInterval) {

  /**
   * Reads the options from arguments ({@code --key value}, {@code --config FILE}), environment and
   * file.
   *
   * @throws InvalidOptionsException with everything that is wrong
   */
  static IndexOptions parse(String[] arguments, Map<String, String> environment)
      throws InvalidOptionsException {
    OptionValues values =
        new OptionValues(
            List.of(IndexOption.values()), IndexOption.VARIABLE_PREFIX, arguments, environment);
    KafkaOptions kafka = kafka(values);
    @Nullable ElasticsearchConnection elasticsearch = elasticsearch(values);
    @Nullable WriteLimits limits = limits(values);
    IndexLayout layout = layout(values);
    Duration segmentInterval = values.duration(IndexOption.SEGMENTS_WRITE_INTERVAL);
    Duration checkpointInterval = values.duration(IndexOption.CHECKPOINT_INTERVAL);
    if (!values.errors().isEmpty() || elasticsearch == null || limits == null) {
      throw new InvalidOptionsException("index", IndexOption.REFERENCE, values.errors());
    }
    return new IndexOptions(
        kafka, elasticsearch, limits, layout, segmentInterval, checkpointInterval);
  }

  private static KafkaOptions kafka(OptionValues values) {
    return new KafkaOptions(
        new KafkaConnection(
            values.text(IndexOption.KAFKA_BOOTSTRAP_SERVERS),
            values.text(IndexOption.KAFKA_TOPIC_PREFIX),
            values.propertiesFrom(IndexOption.KAFKA_CONFIG_FILE)),
        values.text(IndexOption.KAFKA_GROUP_ID),
        values.choice(IndexOption.KAFKA_START, KafkaInputs.Start.class),
        RegistryOptions.read(
            values, IndexOption.REGISTRY_URL, IndexOption.REGISTRY_AUTHORIZATION_FILE));
  }

  private static @Nullable ElasticsearchConnection elasticsearch(OptionValues values) {
    values.text(IndexOption.ELASTICSEARCH_HOSTS);
    List<String> hosts = values.list(IndexOption.ELASTICSEARCH_HOSTS);
    Credentials credentials = credentials(values);
    @Nullable String caFile = values.optional(IndexOption.ELASTICSEARCH_CA_FILE).orElse(null);
    Duration connect = values.duration(IndexOption.ELASTICSEARCH_CONNECT_TIMEOUT);
    Duration request = values.duration(IndexOption.ELASTICSEARCH_REQUEST_TIMEOUT);
    if (hosts.isEmpty()) {
      return null;
    }
    return values.made(
        IndexOption.ELASTICSEARCH_HOSTS.key(),
        () ->
            new ElasticsearchConnection(
                hosts.stream().map(URI::create).toList(), credentials, caFile, connect, request));
  }

  private static Credentials credentials(OptionValues values) {
    Optional<String> user = values.optional(IndexOption.ELASTICSEARCH_USER);
    Optional<Secret> password =
        secret(
            values,
            IndexOption.ELASTICSEARCH_PASSWORD_ENV,
            IndexOption.ELASTICSEARCH_PASSWORD_FILE);
    Optional<Secret> apiKey =
        secret(
            values, IndexOption.ELASTICSEARCH_API_KEY_ENV, IndexOption.ELASTICSEARCH_API_KEY_FILE);
    if (user.isPresent() != password.isPresent()) {
      values.error(
          IndexOption.ELASTICSEARCH_USER,
          "and one of elasticsearch.password-env and -file go together");
    }
    if (user.isPresent() && apiKey.isPresent()) {
      values.error(IndexOption.ELASTICSEARCH_USER, "and an API key exclude each other");
    }
    if (user.isPresent() && password.isPresent()) {
      return new Credentials.Basic(user.get(), password.get());
    }
    return apiKey.<Credentials>map(Credentials.ApiKey::new).orElseGet(Credentials.None::new);
  }

  private static Optional<Secret> secret(
      OptionValues values, IndexOption variable, IndexOption file) {
    Optional<String> name = values.optional(variable);
    Optional<String> path = values.optional(file);
    if (name.isPresent() && path.isPresent()) {
      values.error(variable, "and " + file.key() + " exclude each other");
    }
    return name.<Secret>map(Secret.InEnvironment::new).or(() -> path.map(Secret.InFile::new));
  }

  private static @Nullable WriteLimits limits(OptionValues values) {
    long most = Integer.MAX_VALUE;
    int batch = (int) values.number(IndexOption.ELASTICSEARCH_MAX_BATCH_DOCUMENTS, 1, most);
    long batchBytes = values.number(IndexOption.ELASTICSEARCH_MAX_BATCH_BYTES, 1, most);
    long documentBytes = values.number(IndexOption.ELASTICSEARCH_MAX_DOCUMENT_BYTES, 1, most);
    int inFlight = (int) values.number(IndexOption.ELASTICSEARCH_MAX_IN_FLIGHT, 1, 1_000);
    int buffered = (int) values.number(IndexOption.ELASTICSEARCH_MAX_BUFFERED_DOCUMENTS, 2, most);
    Duration wait = values.duration(IndexOption.ELASTICSEARCH_MAX_WAIT);
    Duration first = values.duration(IndexOption.ELASTICSEARCH_BACK_OFF_FIRST);
    Duration longest = values.duration(IndexOption.ELASTICSEARCH_BACK_OFF_LONGEST);
    return values.made(
        "elasticsearch.max-* and back-off-*",
        () ->
            new WriteLimits(
                batch,
                batchBytes,
                documentBytes,
                inFlight,
                buffered,
                wait,
                new BackOff(first, longest)));
  }

  private static IndexLayout layout(OptionValues values) {
    return new IndexLayout(
        Set.copyOf(values.list(IndexOption.INDEX_DEDICATED_TENANTS)),
        (int) values.number(IndexOption.INDEX_SHARED_SHARDS, 1, 1024),
        (int) values.number(IndexOption.INDEX_DEDICATED_SHARDS, 1, 1024),
        (int) values.number(IndexOption.INDEX_REPLICAS, 0, 100));
  }
}
