package dev.kilde.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilde.core.definition.Retention;
import dev.kilde.local.play.Disorder;
import dev.kilde.local.play.Pacer;
import dev.kilde.local.play.PlayOptions;
import dev.kilde.local.play.Playable;
import dev.kilde.local.runtime.Installation;
import dev.kilde.local.runtime.LocalStack;
import dev.kilde.local.runtime.LocalStackOptions;
import dev.kilde.local.runtime.Topics;
import dev.kilde.local.shop.SampleShop;
import dev.kilde.local.shop.ShopFiles;
import dev.kilde.local.shop.ShopOptions;
import dev.kilde.profile.replay.Replay;
import dev.kilde.profile.replay.ReplayOptions;
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
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole path on real servers, calm and with faults: a TaskManager killed in the middle,
 * Elasticsearch stopped and started. The outputs are the same, and the documents are the replay's.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PipelineITCase {

  private static final ShopOptions SHOP = ShopOptions.DEFAULT.withPeople(250).withDays(20);
  private static final Duration CHECKPOINTS = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int PARTITIONS = 2;

  @TempDir static Path folder;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static Installation installation;
  private static LocalStack stack;
  private static List<Message> calm;

  @BeforeAll
  static void start() {
    installation = Installation.find();
    stack =
        LocalStack.start(
            installation, folder.resolve("stack"), LocalStackOptions.defaults(), line -> {});
  }

  @AfterAll
  static void stop() {
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
      assertThat(arrival.people()).isEqualTo(SHOP.people());
    }
    stack.flink().jobs().cancel(profile);

    calm = Message.all(stack.kafka().address(), "calm-profiles");
    assertThat(calm).doesNotHaveDuplicates();
    assertThat(calm).hasSizeGreaterThan(SHOP.people());
  }

  @Test
  @Order(2)
  void faultsChangeNeitherTopicsNorDocuments() throws Exception {
    LocalJobs jobs = new LocalJobs(installation, stack, "");
    createTopics("");
    String profile = jobs.startProfile(CHECKPOINTS);
    jobs.startIndex(CHECKPOINTS);
    try (Arrival arrival = new Arrival(jobs);
        Play play = play("", 400)) {
      long underWay = calm.size() / 3L;
      await(() -> play.progress().total() > underWay && arrival.indexed().count() > 0);
      long before = stack.flink().jobs().completedCheckpoints(profile);
      assertThat(before).isPositive();

      stack.flink().killTaskManager();
      stack.flink().startTaskManager();
      stack.elasticsearch().stop();
      await(() -> stack.flink().jobs().completedCheckpoints(profile) > before);
      stack.elasticsearch().start();
      stack.elasticsearch().awaitHealthy(PATIENCE);

      await(() -> play.isOver() && arrival.isComplete());
      assertThat(Message.all(stack.kafka().address(), "profiles"))
          .containsExactlyInAnyOrderElementsOf(calm);
      assertThat(comparable(arrival.indexed().all())).isEqualTo(comparable(replayed()));
    }
  }

  /** Topics that keep every update, so that each can be accounted for. */
  private static void createTopics(String prefix) throws Exception {
    new Topics(prefix, PARTITIONS).create(stack.kafka().address());
    ConfigResource profiles = new ConfigResource(ConfigResource.Type.TOPIC, prefix + "profiles");
    AlterConfigOp keepAll =
        new AlterConfigOp(new ConfigEntry("cleanup.policy", "delete"), AlterConfigOp.OpType.SET);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.kafka().address()))) {
      admin.incrementalAlterConfigs(Map.of(profiles, List.of(keepAll))).all().get();
    }
  }

  private static Play play(String prefix, double rate) {
    return new Play(
        stack.kafka().address(),
        PlayOptions.DEFAULT.withTopicPrefix(prefix),
        Pacer.atRate(rate),
        new Disorder(Playable.of(new SampleShop(SHOP).iterator()), 7));
  }

  /** What the replay says of the same shop. */
  private static Map<String, JsonNode> replayed() throws Exception {
    Path events = Files.createDirectory(folder.resolve("events"));
    Path out = folder.resolve("out");
    ShopFiles.write(new SampleShop(SHOP), events);
    Replay.run(
        new ReplayOptions(
            events,
            out,
            null,
            1,
            Retention.FOREVER,
            Map.of(),
            Files.createDirectory(folder.resolve("work"))),
        Clock.systemUTC());
    Map<String, JsonNode> documents = new TreeMap<>();
    for (String line : Files.readAllLines(out.resolve("profiles.jsonl"))) {
      JsonNode document = JSON.readTree(line);
      documents.put(
          document.get("tenant").asText() + "/" + document.get("profileId").asText(), document);
    }
    return documents;
  }

  /** Without what depends on when the document was written. */
  private static Map<String, JsonNode> comparable(Map<String, JsonNode> documents) {
    Map<String, JsonNode> comparable = new TreeMap<>();
    documents.forEach(
        (key, document) ->
            comparable.put(
                key, ((ObjectNode) document.deepCopy()).remove(List.of("revision", "asOf"))));
    return comparable;
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        throw new IOException("not within " + PATIENCE + "; logs in " + stack.logs());
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }
}
