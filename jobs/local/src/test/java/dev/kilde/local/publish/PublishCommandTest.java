package dev.kilde.local.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kilde.local.Kilde;
import dev.kilde.schemas.record.Definition;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PublishCommandTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String LAPSED =
      "segment: lapsed\nversion: 1\nwhere: { reachable: { channel: email } }\n";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final TopicInMemory topic = new TopicInMemory();
  private final List<String> connections = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void aFolderIsPublishedOnceAndThenUnchanged() throws IOException {
    write("segments/lapsed.yaml", LAPSED);
    write("limits.yaml", "currency: SEK");
    write("identity.yaml", "");

    assertThat(publish("--effective-at", "2026-04-01")).isZero();

    assertThat(topic.records)
        .extracting(Definition::getTenant, Definition::getEventId, Definition::getYaml)
        .containsExactly(
            tuple("acme", "limits/limits@1", "currency: SEK"),
            tuple("acme", "segment/lapsed@1", LAPSED));
    assertThat(topic.records)
        .allSatisfy(
            record -> {
              assertThat(record.getOccurredAt()).isEqualTo(NOW);
              assertThat(record.getEffectiveAt()).isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
            });
    assertThat(out.toString().lines())
        .contains(
            "segment/lapsed: version 1, published",
            "identity.yaml: not published; a job reads it from its folder when it is submitted",
            "2 published, 0 deleted, 0 unchanged");

    assertThat(publish()).isZero();

    assertThat(topic.records).hasSize(2);
    assertThat(out.toString()).contains("0 published, 0 deleted, 2 unchanged");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void pruningDeletesWhatIsNotInTheFolder() throws IOException {
    write("segments/lapsed.yaml", LAPSED);
    publish();
    Files.delete(folder.resolve("segments/lapsed.yaml"));

    assertThat(publish()).isZero();
    assertThat(topic.records).hasSize(1);

    assertThat(publish("--prune")).isZero();
    assertThat(topic.records).hasSize(2);
    assertThat(topic.records.get(1).getDeleted()).isTrue();
    assertThat(topic.records.get(1).getVersion()).isEqualTo(2);
  }

  @Test
  void aDryRunClaimsAndSendsNothing() throws IOException {
    write("segments/lapsed.yaml", LAPSED);

    assertThat(publish("--dry-run")).isZero();

    assertThat(topic.records).isEmpty();
    assertThat(topic.everClaimed).isFalse();
    assertThat(out.toString()).contains("segment/lapsed: version 1, would be published");
  }

  @Test
  void aMistakeInTheFolderIsALineAndKafkaIsNotAsked() throws IOException {
    write("segments/lapsed.yaml", LAPSED);
    write("limits.yaml", "curency: SEK");

    assertThat(publish()).isEqualTo(1);

    assertThat(err.toString().lines())
        .containsExactly(
            "limits.yaml:1:1: unknown key curency; did you mean currency?",
            folder + ": nothing was published");
    assertThat(connections).isEmpty();
  }

  @Test
  void oneVersionNotCountedUpAndNothingIsPublished() throws IOException {
    write("segments/lapsed.yaml", LAPSED);
    publish();
    write("segments/lapsed.yaml", LAPSED + "# other\n");
    write("limits.yaml", "currency: SEK");

    assertThat(publish()).isEqualTo(1);

    assertThat(err.toString())
        .contains(
            "segments/lapsed.yaml: version 1 is published with another text; count version up to"
                + " 2");
    assertThat(topic.records).hasSize(1);
  }

  @Test
  void anIdThatNoJobWouldTakeIsRefused() throws IOException {
    write("segments/lapsed.yaml", LAPSED.replace("lapsed", "a".repeat(600)));

    assertThat(publish()).isEqualTo(1);

    assertThat(err.toString()).contains("eventId", "nothing was published");
    assertThat(topic.records).isEmpty();
  }

  @Test
  void prefixAndClientPropertiesReachTheConnection() throws IOException {
    Path config = folder.resolve("client.properties");
    Files.writeString(config, "security.protocol = SSL");

    assertThat(publish("--topic-prefix", "shop-", "--kafka-config", config.toString())).isZero();

    assertThat(connections).containsExactly("shop-definitions at broker:9092 by SSL");
  }

  @Test
  void aWrongCommandLineIsAUsageErrorThatSaysWhat() throws IOException {
    assertThat(publish("--kafka-config", folder.resolve("missing").toString()))
        .isEqualTo(Kilde.USAGE);
    assertThat(err.toString()).contains("--kafka-config: cannot read");
    assertThat(publish("--effective-at", "2100-01-01")).isEqualTo(Kilde.USAGE);
    assertThat(err.toString()).contains("2100-01-01T00:00:00Z is not within 1970-2100");
    assertThat(
            command().execute(folder.toString(), "--tenant", "a", "--bootstrap-servers", "kafka"))
        .isEqualTo(Kilde.USAGE);
    assertThat(err.toString()).contains("must be HOST:PORT, not 'kafka'");
  }

  @Test
  void aKafkaThatDoesNotAnswerIsOneLineAndExitCodeTwo() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String server = "127.0.0.1:" + silent.getLocalPort();
      CommandLine command =
          commandLine(
              new PublishCommand(
                  Clock.systemUTC(),
                  kafka -> new KafkaDefinitionTopic(kafka, Duration.ofSeconds(1))));

      int code = command.execute(folder.toString(), "--tenant", "a", "--bootstrap-servers", server);

      assertThat(code).isEqualTo(2);
      assertThat(err.toString().lines())
          .containsExactly(
              "kilde publish: Kafka at "
                  + server
                  + " did not answer within 1 s; check --bootstrap-servers and --kafka-config");
    }
  }

  private int publish(String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(folder.toString(), "--tenant", "acme", "--bootstrap-servers", "broker:9092"));
    arguments.addAll(List.of(options));
    return command().execute(arguments.toArray(String[]::new));
  }

  private CommandLine command() {
    return commandLine(
        new PublishCommand(
            Clock.fixed(NOW, ZoneOffset.UTC),
            kafka -> {
              connections.add(
                  kafka.topicPrefix()
                      + "definitions at "
                      + kafka.bootstrapServers()
                      + " by "
                      + kafka.clientProperties().get("security.protocol"));
              return topic;
            }));
  }

  private CommandLine commandLine(PublishCommand command) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExitCodeExceptionMapper(failure -> Kilde.USAGE);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
