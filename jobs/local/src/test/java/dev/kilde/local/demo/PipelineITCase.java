package dev.kilde.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilde.local.play.Disorder;
import dev.kilde.local.play.Pacer;
import dev.kilde.local.play.PlayOptions;
import dev.kilde.local.play.Playable;
import dev.kilde.local.runtime.Installation;
import dev.kilde.local.runtime.JobSubmission;
import dev.kilde.local.runtime.LocalStack;
import dev.kilde.local.runtime.LocalStackOptions;
import dev.kilde.local.runtime.Topics;
import dev.kilde.local.shop.SampleShop;
import dev.kilde.local.shop.ShopFiles;
import dev.kilde.local.shop.ShopOptions;
import dev.kilde.profile.definition.DefinitionFolder;
import dev.kilde.profile.definition.Definitions;
import dev.kilde.profile.definition.FolderReading;
import dev.kilde.profile.replay.Replay;
import dev.kilde.profile.replay.ReplayOptions;
import dev.kilde.schemas.record.IdentityChangeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole path on real servers: calm, with faults - a TaskManager killed in the middle,
 * Elasticsearch stopped and started -, and moved by a savepoint to another parallelism. All that is
 * told is the same, record by record, and the documents are the replay's.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineITCase {

  private static final ShopOptions SHOP = ShopOptions.DEFAULT.withPeople(250).withDays(20);
  private static final Duration CHECKPOINTS = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int PARTITIONS = 2;

  /** Events a second that leave time to do something to the servers. */
  private static final double UNHURRIED = 400;

  private final ObjectMapper json = new ObjectMapper();
  private final Installation installation = Installation.find();
  private Path folder;
  private LocalStack stack;
  private Outputs calm;
  private long events;

  @BeforeAll
  void start(@TempDir Path temporary) {
    folder = temporary;
    stack =
        LocalStack.start(
            installation, folder.resolve("stack"), LocalStackOptions.defaults(), line -> {});
  }

  @AfterAll
  void stop() {
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  @Order(1)
  void aCalmRunTellsOfEverybodyOnce() throws Exception {
    LocalJobs jobs = new LocalJobs(installation, stack, "calm-");
    createTopics("calm-");
    String profile = jobs.startProfile(CHECKPOINTS);
    try (Arrival arrival = new Arrival(jobs);
        Play play = play("calm-", 0)) {
      await(() -> play.isOver() && arrival.isPublished());
      events = play.progress().total();
      calm = outputs("calm-");
      assertThat(arrival.people()).isEqualTo(calm.living().size());
      assertThat(arrival.deadLetters()).isZero();
    }
    end(profile);

    for (List<Message> told :
        List.of(calm.profiles(), calm.changes(), calm.segments(), calm.exports())) {
      assertThat(told).isNotEmpty().doesNotHaveDuplicates();
    }
    // Devices are people as long as nobody signs in there.
    assertThat(calm.living()).hasSizeGreaterThan(SHOP.people());
    assertThat(calm.gone()).containsAnyElementsOf(calm.named(IdentityChangeKind.retired));
    assertThat(calm.named(IdentityChangeKind.retired, IdentityChangeKind.erased))
        .as("who had a document and is gone became another or was erased")
        .containsAll(calm.gone());
    Erasures.haveGoneAllTheirWay(calm);
  }

  @Test
  @Order(2)
  void faultsChangeNeitherTopicsNorDocuments() throws Exception {
    LocalJobs jobs = new LocalJobs(installation, stack, "");
    createTopics("");
    String profile = jobs.startProfile(CHECKPOINTS);
    String index = jobs.startIndex(CHECKPOINTS);
    try (Arrival arrival = new Arrival(jobs);
        Play play = play("", UNHURRIED)) {
      await(() -> play.progress().total() > events / 3 && arrival.indexed().count() > 0);
      long before = stack.flink().jobs().completedCheckpoints(profile);
      assertThat(before).isPositive();

      stack.flink().killTaskManager();
      stack.flink().startTaskManager();
      stack.elasticsearch().stop();
      await(() -> stack.flink().jobs().completedCheckpoints(profile) > before);
      stack.elasticsearch().start();
      stack.elasticsearch().awaitHealthy(PATIENCE);

      await(() -> play.isOver() && arrival.isComplete());
      Outputs shaken = outputs("");
      assertSame(shaken, calm);
      Map<String, JsonNode> documents = arrival.indexed().all();
      assertThat(comparable(documents)).isEqualTo(comparable(replayed()));
      assertThat(documents.keySet()).doesNotContainAnyElementsOf(shaken.gone());
      Erasures.haveLeftNothing(shaken, new SampleShop(SHOP), documents);
    }
    end(index);
    end(profile);
  }

  /** The play goes on while the job is away, as the world does. */
  @Test
  @Order(3)
  void aSavepointInTheMiddleGoesOnAtAnotherParallelism() throws Exception {
    LocalJobs jobs = new LocalJobs(installation, stack, "moved-");
    createTopics("moved-");
    JobSubmission profile = jobs.profile(CHECKPOINTS);
    String two = jobs.start(profile.withParallelism(2));
    try (Arrival arrival = new Arrival(jobs);
        Play play = play("moved-", UNHURRIED)) {
      await(
          () ->
              play.progress().total() > events / 2
                  && stack.flink().jobs().completedCheckpoints(two) > 0);
      assertThat(play.isOver()).as("there is more to come").isFalse();
      Path savepoints = stack.data().resolve("savepoints");
      String savepoint = stack.flink().jobs().stopWithSavepoint(two, savepoints);

      String three = jobs.start(profile.from(savepoint).withParallelism(3));
      await(() -> play.isOver() && arrival.isPublished());
      assertSame(outputs("moved-"), calm);
      end(three);
    }
  }

  /**
   * Record by record, whatever the order among different keys. Timestamps and revisions are event
   * time and so among what is compared.
   *
   * <p>The loop of erasures goes at the pace of checkpoints, and yet makes no difference here: what
   * a derived request does counts as of the first one. Only somebody erased who came back on a
   * weaker identifier before its request did would be told of in between; in this shop nobody does.
   */
  private static void assertSame(Outputs told, Outputs expected) {
    assertThat(told.privacy()).containsExactlyInAnyOrderElementsOf(expected.privacy());
    assertThat(told.changes()).containsExactlyInAnyOrderElementsOf(expected.changes());
    assertThat(told.exports()).containsExactlyInAnyOrderElementsOf(expected.exports());
    assertThat(told.segments()).containsExactlyInAnyOrderElementsOf(expected.segments());
    assertThat(told.profiles()).containsExactlyInAnyOrderElementsOf(expected.profiles());
  }

  private Outputs outputs(String prefix) {
    return Outputs.on(stack.kafka().address(), prefix);
  }

  private void end(String job) throws Exception {
    stack.flink().jobs().cancel(job);
    stack.flink().jobs().awaitEnd(job, PATIENCE);
  }

  /** Topics that keep every update, so that each can be accounted for. */
  private void createTopics(String prefix) throws Exception {
    new Topics(prefix, PARTITIONS).create(stack.kafka().address());
    ConfigResource profiles = new ConfigResource(ConfigResource.Type.TOPIC, prefix + "profiles");
    AlterConfigOp keepAll =
        new AlterConfigOp(new ConfigEntry("cleanup.policy", "delete"), AlterConfigOp.OpType.SET);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.kafka().address()))) {
      admin.incrementalAlterConfigs(Map.of(profiles, List.of(keepAll))).all().get();
    }
  }

  private Play play(String prefix, double rate) {
    return new Play(
        stack.kafka().address(),
        PlayOptions.DEFAULT.withTopicPrefix(prefix),
        Pacer.atRate(rate),
        new Disorder(Playable.of(new SampleShop(SHOP).iterator()), 7));
  }

  /** What the replay says of the same shop. */
  private Map<String, JsonNode> replayed() throws Exception {
    Path events = Files.createDirectory(folder.resolve("events"));
    Path out = folder.resolve("out");
    ShopFiles.write(new SampleShop(SHOP), events);
    Replay.run(
        new ReplayOptions(
            events,
            out,
            null,
            1,
            definitions(),
            null,
            Files.createDirectory(folder.resolve("work"))),
        Clock.systemUTC());
    Map<String, JsonNode> documents = new TreeMap<>();
    for (String line : Files.readAllLines(out.resolve("profiles.jsonl"))) {
      JsonNode document = json.readTree(line);
      documents.put(
          document.get("tenant").asText() + "/" + document.get("profileId").asText(), document);
    }
    return documents;
  }

  /** What the jobs go by, too. */
  private Definitions definitions() {
    Path definitions = installation.root().resolve("flink-conf/definitions");
    return ((FolderReading.Valid) DefinitionFolder.read(definitions)).definitions();
  }

  /** Without what depends on when the document was written, and decays. */
  private static Map<String, JsonNode> comparable(Map<String, JsonNode> documents) {
    Map<String, JsonNode> comparable = new TreeMap<>();
    documents.forEach(
        (key, document) -> {
          ObjectNode copy = document.deepCopy();
          if (copy.get("rfm") instanceof ObjectNode rfm) {
            rfm.remove("recencyDays");
          }
          comparable.put(key, copy.remove(List.of("revision", "asOf", "leadScore")));
        });
    return comparable;
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private void await(Condition condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        throw new IOException("not within " + PATIENCE + "; logs in " + stack.logs());
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }
}
