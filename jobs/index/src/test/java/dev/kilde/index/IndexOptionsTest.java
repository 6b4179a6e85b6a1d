package dev.kilde.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.connectors.elasticsearch.BackOff;
import dev.kilde.connectors.elasticsearch.Credentials;
import dev.kilde.connectors.elasticsearch.ElasticsearchConnection;
import dev.kilde.connectors.elasticsearch.Secret;
import dev.kilde.connectors.elasticsearch.WriteLimits;
import dev.kilde.connectors.kafka.KafkaConnection;
import dev.kilde.connectors.kafka.KafkaInputs;
import dev.kilde.connectors.kafka.RegistryConnection;
import dev.kilde.options.InvalidOptionsException;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexOptionsTest {
  private static final Path CONF = Path.of("../../flink-conf");

  @TempDir Path folder;

  @Test
  void defaults_hold_for_what_is_not_given() throws Exception {
    IndexOptions options = parse("--config", CONF.resolve("index-minimal.properties").toString());
    assertThat(options)
        .isEqualTo(
            new IndexOptions(
                new KafkaOptions(
                    new KafkaConnection("localhost:9092", "", Map.of()),
                    "kilde-index",
                    KafkaInputs.Start.COMMITTED,
                    null),
                ElasticsearchConnection.to("http://localhost:9200"),
                WriteLimits.usual(),
                new IndexLayout(Set.of(), 3, 3, 1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10)));
  }

  @Test
  void every_option_reaches_its_place() throws Exception {
    Path kafka = Files.writeString(folder.resolve("kafka"), "security.protocol=SSL");
    Path authorization = Files.writeString(folder.resolve("authorization"), "Basic abc\n");
    IndexOptions options =
        parse(
            "--kafka.bootstrap-servers", "k1:1,k2:2",
            "--kafka.topic-prefix", "test-",
            "--kafka.group-id", "group",
            "--kafka.start", "earliest",
            "--kafka.config-file", kafka.toString(),
            "--schema-registry.url", "http://r:8081",
            "--schema-registry.authorization-file", authorization.toString(),
            "--elasticsearch.hosts", "https://e1:9200, https://e2:9200",
            "--elasticsearch.user", "kilde",
            "--elasticsearch.password-env", "PASSWORD",
            "--elasticsearch.ca-file", "/ca.pem",
            "--elasticsearch.connect-timeout", "1s",
            "--elasticsearch.request-timeout", "2s",
            "--elasticsearch.max-batch-documents", "10",
            "--elasticsearch.max-batch-bytes", "2000",
            "--elasticsearch.max-document-bytes", "1000",
            "--elasticsearch.max-in-flight", "3",
            "--elasticsearch.max-buffered-documents", "40",
            "--elasticsearch.max-wait", "3s",
            "--elasticsearch.back-off-first", "4s",
            "--elasticsearch.back-off-longest", "5m",
            "--index.dedicated-tenants", "large, huge",
            "--index.shared-shards", "4",
            "--index.dedicated-shards", "5",
            "--index.replicas", "0",
            "--segments.write-interval", "7s",
            "--checkpoint.interval", "6s");
    assertThat(options)
        .isEqualTo(
            new IndexOptions(
                new KafkaOptions(
                    new KafkaConnection("k1:1,k2:2", "test-", Map.of("security.protocol", "SSL")),
                    "group",
                    KafkaInputs.Start.EARLIEST,
                    new RegistryConnection(URI.create("http://r:8081"), "Basic abc")),
                new ElasticsearchConnection(
                    List.of(URI.create("https://e1:9200"), URI.create("https://e2:9200")),
                    new Credentials.Basic("kilde", new Secret.InEnvironment("PASSWORD")),
                    "/ca.pem",
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2)),
                new WriteLimits(
                    10,
                    2000,
                    1000,
                    3,
                    40,
                    Duration.ofSeconds(3),
                    new BackOff(Duration.ofSeconds(4), Duration.ofMinutes(5))),
                new IndexLayout(Set.of("large", "huge"), 4, 5, 0),
                Duration.ofSeconds(7),
                Duration.ofSeconds(6)));
  }

  @Test
  void a_secret_may_lie_in_a_file_and_an_api_key_replaces_the_user() throws Exception {
    assertThat(with("--elasticsearch.api-key-file", "/key").elasticsearch().credentials())
        .isEqualTo(new Credentials.ApiKey(new Secret.InFile("/key")));
    assertThat(with("--elasticsearch.api-key-env", "KEY").elasticsearch().credentials())
        .isEqualTo(new Credentials.ApiKey(new Secret.InEnvironment("KEY")));
    assertThat(
            with("--elasticsearch.user", "u", "--elasticsearch.password-file", "/p")
                .elasticsearch()
                .credentials())
        .isEqualTo(new Credentials.Basic("u", new Secret.InFile("/p")));
  }

  @Test
  void the_command_line_outweighs_the_environment_and_the_environment_the_file() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("options"),
            """
            kafka.bootstrap-servers=file:1
            elasticsearch.hosts=http://file:1
            kafka.group-id=file
            """);
    IndexOptions options =
        IndexOptions.parse(
            new String[] {"--config", file.toString(), "--kafka.group-id", "argument"},
            Map.of(
                "KILDE_INDEX_KAFKA_GROUP_ID", "environment",
                "KILDE_INDEX_ELASTICSEARCH_HOSTS", "http://environment:1"));
    assertThat(options.kafka().connection().bootstrapServers()).isEqualTo("file:1");
    assertThat(options.elasticsearch().address()).isEqualTo("http://environment:1");
    assertThat(options.kafka().groupId()).isEqualTo("argument");
  }

  @Test
  void all_errors_are_told_at_once() {
    assertThatThrownBy(
            () ->
                parse(
                    "--config",
                    folder.resolve("nowhere").toString(),
                    "--kafka.start",
                    "latest",
                    "--elasticsearch.hosts",
                    "localhost:9200",
                    "--elasticsearch.user",
                    "u",
                    "--elasticsearch.password-env",
                    "E",
                    "--elasticsearch.password-file",
                    "F",
                    "--elasticsearch.api-key-env",
                    "K",
                    "--elasticsearch.max-wait",
                    "soon",
                    "--elasticsearch.max-batch-bytes",
                    "10",
                    "--index.replicas",
                    "-1",
                    "--index.shardz",
                    "1",
                    "--index.shared-shards"))
        .isInstanceOf(InvalidOptionsException.class)
        .message()
        .contains(
            "nowhere cannot be read",
            "kafka.bootstrap-servers must be given",
            "kafka.start must be one of committed, earliest, not 'latest'",
            "elasticsearch.hosts: an Elasticsearch host is written http://host:port",
            "elasticsearch.password-env and elasticsearch.password-file exclude each other",
            "elasticsearch.user and an API key exclude each other",
            "elasticsearch.max-wait must be a duration such as",
            "a batch must have room for the largest document",
            "index.replicas must be a whole number from 0 to 100, not '-1'",
            "index.shardz on the command line is no option of this job",
            "'--index.shared-shards' on the command line: options are written --key value",
            "index-reference.properties");
  }

  @Test
  void the_reference_holds_every_option_with_its_default_and_no_other() throws Exception {
    Properties reference = reference();
    assertThat(reference.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(IndexOption.values()).map(IndexOption::key).toList());
    for (IndexOption option : IndexOption.values()) {
      option
          .usual()
          .ifPresent(
              usual ->
                  assertThat(reference.getProperty(option.key()))
                      .as(option.key())
                      .isEqualTo(usual));
    }
  }

  @Test
  void every_option_of_the_reference_is_explained_above_it() throws Exception {
    List<String> lines = Files.readAllLines(CONF.resolve("index-reference.properties"));
    for (int at = 0; at < lines.size(); at++) {
      if (!lines.get(at).isBlank() && !lines.get(at).startsWith("#")) {
        assertThat(lines.get(at - 1)).as(lines.get(at)).startsWith("#");
      }
    }
  }

  @Test
  void the_reference_itself_is_valid() throws Exception {
    assertThat(parse("--config", CONF.resolve("index-reference.properties").toString()))
        .isEqualTo(parse("--config", CONF.resolve("index-minimal.properties").toString()));
  }

  private static Properties reference() throws IOException {
    Properties reference = new Properties();
    try (Reader in = Files.newBufferedReader(CONF.resolve("index-reference.properties"))) {
      reference.load(in);
    }
    return reference;
  }

  private static IndexOptions with(String... more) throws InvalidOptionsException {
    String[] needed = {"--kafka.bootstrap-servers", "k:1", "--elasticsearch.hosts", "http://e:1"};
    String[] all = Arrays.copyOf(needed, needed.length + more.length);
    System.arraycopy(more, 0, all, needed.length, more.length);
    return parse(all);
  }

  private static IndexOptions parse(String... arguments) throws InvalidOptionsException {
    return IndexOptions.parse(arguments, Map.of());
  }
}
