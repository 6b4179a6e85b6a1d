package dev.kilde.local.publish;

import dev.kilde.connectors.kafka.KafkaConnection;
import dev.kilde.local.command.InstantConverter;
import dev.kilde.profile.definition.DefinitionFolder;
import dev.kilde.profile.definition.FolderReading;
import dev.kilde.profile.definition.FolderTexts;
import dev.kilde.profile.definition.Problem;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.record.Definition;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./kilde publish DIR}: definitions of a folder onto the topic {@code definitions}, all or
 * nothing. Exit codes: 0 published, 1 a definition is not right or its version not counted up, 2
 * Kafka cannot be used, 64 a wrong command line.
 */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Validates a folder of definitions and publishes what has changed on the topic definitions:",
      "segments, flows, scoring.yaml, limits.yaml. All of it or, on any error, nothing."
    })
public final class PublishCommand implements Callable<Integer> {

  private static final int PUBLISHED = 0;
  private static final int INVALID = 1;
  private static final int UNAVAILABLE = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Clock clock;
  private final Function<KafkaConnection, DefinitionTopic> topics;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Parameters(paramLabel = "DIR", description = "The folder, such as flink-conf/definitions.")
  private Path folder;

  @Option(
      names = "--bootstrap-servers",
      required = true,
      paramLabel = "HOST:PORT",
      description = "Of the Kafka cluster; several with commas between them.")
  private String bootstrapServers = "";

  @Option(
      names = "--tenant",
      required = true,
      paramLabel = "NAME",
      description = "Whose definitions they are.")
  private String tenant = "";

  @Option(
      names = "--topic-prefix",
      paramLabel = "P",
      description = "Stands before the topic's name, as the jobs' kafka.topic-prefix.")
  private String topicPrefix = "";

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description = "Properties file for the Kafka clients: TLS, SASL.")
  private @Nullable Path kafkaConfig;

  @Option(
      names = "--effective-at",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "From when they hold (default: now).")
  private @Nullable Instant effectiveAt;

  @Option(
      names = "--prune",
      description = "Deletes what is published and not in the folder; else it is only named.")
  private boolean prune;

  @Option(names = "--dry-run", description = "Says what would be published; sends nothing.")
  private boolean dryRun;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  /** Made by picocli. */
  public PublishCommand() {
    this(Clock.systemUTC(), kafka -> new KafkaDefinitionTopic(kafka, PATIENCE));
  }

  PublishCommand(Clock clock, Function<KafkaConnection, DefinitionTopic> topics) {
    this.clock = clock;
    this.topics = topics;
  }

  @Override
  public Integer call() {
    KafkaConnection kafka = kafka();
    Publication publication = publication();
    FolderReading reading = DefinitionFolder.read(folder);
    reading.notices().forEach(out()::println);
    if (reading instanceof FolderReading.Invalid invalid) {
      return refused(invalid.problems());
    }
    FolderTexts texts = FolderTexts.read(folder);
    if (!texts.problems().isEmpty()) {
      return refused(texts.problems());
    }
    try (DefinitionTopic topic = topics.apply(kafka)) {
      return publish(texts, topic, publication);
    } catch (UnavailableTopicException e) {
      err().println("kilde publish: " + e.getMessage());
      return UNAVAILABLE;
    }
  }

  private int publish(FolderTexts texts, DefinitionTopic topic, Publication publication)
      throws UnavailableTopicException {
    if (!dryRun) {
      topic.claim(tenant);
    }
    LatestDefinitions latest = topic.read(tenant);
    PublishPlan plan = PublishPlan.of(texts.texts(), latest.byName(), prune);
    if (!plan.refusals().isEmpty()) {
      return refused(plan.refusals());
    }
    List<Definition> records = new ArrayList<>();
    for (DefinitionVersion change : plan.changes()) {
      try {
        records.add(publication.record(change));
      } catch (RejectedException e) {
        String what = "cannot be published: " + e.rejection().detail();
        return refused(List.of(new Problem(change.name().toString(), 0, 0, what, "shorten it")));
      }
    }
    if (!dryRun && !records.isEmpty()) {
      topic.publish(records);
    }
    PublishSummary.of(plan, texts.unpublished(), latest.passedOver(), dryRun)
        .forEach(out()::println);
    return PUBLISHED;
  }

  private int refused(List<Problem> problems) {
    problems.forEach(err()::println);
    err().println(folder + ": nothing was published");
    return INVALID;
  }

  private KafkaConnection kafka() {
    for (String server : bootstrapServers.split(",", -1)) {
      if (!server.strip().matches("\\S+:\\d{1,5}")) {
        throw wrong("--bootstrap-servers must be HOST:PORT, not '" + server + "'");
      }
    }
    return new KafkaConnection(bootstrapServers, topicPrefix, clientProperties());
  }

  private Map<String, String> clientProperties() {
    Map<String, String> client = new HashMap<>();
    Path file = kafkaConfig;
    if (file != null) {
      Properties properties = new Properties();
      try (Reader in = Files.newBufferedReader(file)) {
        properties.load(in);
      } catch (IOException | IllegalArgumentException e) {
        throw wrong(
            "--kafka-config: cannot read "
                + file
                + " ("
                + e.getClass().getSimpleName()
                + "); give a properties file");
      }
      properties.stringPropertyNames().forEach(key -> client.put(key, properties.getProperty(key)));
    }
    return client;
  }

  private Publication publication() {
    try {
      return Publication.of(tenant, clock.instant(), effectiveAt);
    } catch (RejectedException e) {
      throw wrong("--tenant or --effective-at: " + e.rejection().detail());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
