package dev.kilde.local.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilde.index.IndexJob;
import dev.kilde.local.runtime.KafkaAndElasticsearch;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.json.JsonForm;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.record.Definition;
import dev.kilde.schemas.record.ProfileDocument;
import dev.kilde.schemas.record.SegmentCause;
import dev.kilde.schemas.record.SegmentChange;
import dev.kilde.schemas.record.SegmentCrossing;
import dev.kilde.schemas.wire.WireForm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.flink.client.program.ClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.client.JobStatusMessage;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.InjectClusterClient;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The index job as its main starts it, between a real Kafka and a real Elasticsearch. */
class IndexJobITCase {
  private static final String ANNA = "a".repeat(32);
  private static final String BO = "b".repeat(32);
  private static final String CARL = "c".repeat(32);
  private static final String FULL = "f".repeat(32);
  private static final String MARK = "e".repeat(32);

  @RegisterExtension
  static final MiniClusterExtension FLINK =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              // A job that fails has failed the test.
              .setConfiguration(
                  new Configuration().set(RestartStrategyOptions.RESTART_STRATEGY, "none"))
              .build());

  @TempDir static Path folder;
  private static KafkaAndElasticsearch servers;
  private static Elasticsearch elasticsearch;
  private static KafkaProducer<byte[], byte[]> kafka;
  private static Thread job;

  private final ObjectMapper json = new ObjectMapper();
  private final WireForm wire = new WireForm();

  @BeforeAll
  static void start() throws Exception {
    servers = KafkaAndElasticsearch.start(folder);
    elasticsearch = new Elasticsearch(servers.elasticsearch().address());
    createTopics("", "broken-");
    kafka =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers.kafka().address()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    job = new Thread(() -> run(arguments("")), "index-job");
    job.setDaemon(true);
    job.start();
    send(
        person(
            "acme",
            ANNA,
            10,
            "tents",
            "\"shoes\", \"summer-buyers\"",
            "granted",
            "950.5",
            "2026-05-01T10:00:00Z"));
    send(person("acme", BO, 10, "bags", "\"summer\"", "revoked", "1200", "2024-01-01T10:00:00Z"));
    send(person("beta", CARL, 10, "tents", "\"shoes\"", "granted", "1500", "2026-06-01T10:00:00Z"));
    define("acme", "summer-buyers", "name: Bought tents in summer", false);
    define("acme", "nobody-yet", "name: Nobody yet", false);
    cross("acme", "summer-buyers", ANNA, "entered", "definition", "2026-05-01T10:00:00Z");
    cross("acme", "summer-buyers", BO, "entered", "event", "2026-05-01T10:00:00Z");
    cross("acme", "summer-buyers", BO, "left", "time", "2026-05-03T10:00:00.001Z");
    cross("acme", "customers", ANNA, "entered", "event", "2025-05-01T10:00:00Z");
    cross("acme", "customers", BO, "entered", "event", "2025-05-01T10:00:00Z");
    cross("beta", "summer-buyers", CARL, "entered", "event", "2026-05-01T10:00:00Z");
    awaitFound("profiles-acme", ANNA);
    awaitFound("profiles-acme", BO);
    awaitFound("profiles-beta", CARL);
    awaitFound("segments-acme", "acme:nobody-yet");
    awaitSize("segments-acme", "acme:summer-buyers", "1 of 2");
    awaitSize("segments-acme", "acme:customers", "2 of 2");
    awaitSize("segments-beta", "beta:summer-buyers", "1 of 1");
  }

  @AfterAll
  static void stop(@InjectClusterClient ClusterClient<?> flink) throws Exception {
    for (JobStatusMessage running : flink.listJobs().get(20, TimeUnit.SECONDS)) {
      if (!running.getJobState().isGloballyTerminalState()) {
        flink.cancel(running.getJobId()).get(20, TimeUnit.SECONDS);
      }
    }
    job.join(20_000);
    kafka.close();
    servers.close();
  }

  @Test
  void a_document_with_every_field_filled_is_stored_as_it_is() throws Exception {
    ProfileDocument full = (ProfileDocument) FilledRecord.of(ProfileDocument.getClassSchema());
    full.setTenant("acme");
    full.setProfileId(FULL);
    full.setRevision(77);
    // Out of the way of the queries.
    full.setSegments(List.of());
    full.setPermissions(List.of());
    send(full);
    awaitFound("profiles-acme", FULL);
    JsonNode stored = elasticsearch.get("profiles-acme", FULL);
    assertThat(stored.get("_version").asLong()).isEqualTo(77);
    assertThat(stored.get("_routing").asText()).isEqualTo("acme");
    assertThat(stored.get("_index").asText()).isEqualTo("kilde-profiles-shared-v1");
    assertThat(stored.get("_source")).isEqualTo(json.readTree(new JsonForm().write(full)));
  }

  @Test
  void a_marketers_queries_of_the_documentation_find_the_right_people() throws Exception {
    Map<String, List<String>> expected =
        Map.of(
            "Who is in the segment `summer-buyers`?",
            List.of(ANNA),
            "Who has bought for 500 or more in all, the last time since 1 April?",
            List.of(ANNA),
            "Who may be sent marketing by e-mail?",
            List.of(ANNA),
            "Who bought tents, and cannot be reached by SMS?",
            List.of(ANNA),
            "Who has looked at five products or more and has something for more than 100 in the"
                + " cart?",
            List.of(ANNA),
            "How is the turnover divided among the segments?",
            List.of(),
            "Who is in `summer-buyers` since this year?",
            List.of(ANNA));
    assertAnswers("profiles-acme", "Who|How", expected);
  }

  @Test
  void and_those_about_segments_find_the_right_segments() throws Exception {
    Map<String, List<String>> expected =
        Map.of(
            "Which segments are the largest?",
            List.of("acme:customers", "acme:summer-buyers", "acme:nobody-yet"),
            "Which segments have nobody in them?",
            List.of("acme:nobody-yet"),
            "Which segments are about tents?",
            List.of("acme:summer-buyers"),
            "Which segments do people leave merely because time goes by?",
            List.of("acme:summer-buyers"),
            "Which segments has nobody entered or left since 1 March?",
            List.of("acme:customers", "acme:nobody-yet"));
    assertAnswers("segments-acme", "Which", expected);
  }

  private static void assertAnswers(
      String alias, String firstWords, Map<String, List<String>> expected) throws Exception {
    Map<String, String> queries = MarketersQueries.read();
    queries.keySet().removeIf(question -> !question.matches("(" + firstWords + ") .*"));
    assertThat(queries).containsOnlyKeys(expected.keySet());
    for (Map.Entry<String, String> query : queries.entrySet()) {
      assertThat(elasticsearch.search(alias, query.getValue()))
          .as(query.getKey())
          .containsExactlyElementsOf(expected.get(query.getKey()));
    }
  }

  @Test
  void a_segment_tells_its_size_and_why_people_came_and_went() throws Exception {
    JsonNode stored = elasticsearch.get("segments-acme", "acme:summer-buyers");
    assertThat(stored.get("_routing").asText()).isEqualTo("acme");
    assertThat(stored.get("_index").asText()).isEqualTo("kilde-segments-shared-v1");
    assertThat(stored.at("/_source/revision")).isEqualTo(stored.get("_version"));
    ((ObjectNode) stored.get("_source")).remove("revision");
    assertThat(stored.get("_source"))
        .isEqualTo(
            json.readTree(
                """
                { "tenant": "acme", "id": "summer-buyers", "version": 1, "name": "Bought tents in summer",
                  "size": 1, "sizeAt": "2026-05-03T10:00:00.001Z",
                  "entered": { "total": 2, "event": 1, "time": 0, "definition": 1, "merge": 0, "correction": 0 },
                  "left": { "total": 1, "event": 0, "time": 1, "definition": 0, "merge": 0, "correction": 0 } }
                """));
  }

  @Test
  void segments_of_a_dedicated_tenant_lie_in_its_own_index_until_they_are_deleted()
      throws Exception {
    define("large", "vip", "name: VIP", false);
    awaitFound("segments-large", "large:vip");
    assertThat(elasticsearch.get("segments-large", "large:vip").get("_index").asText())
        .isEqualTo("kilde-segments-large-v1");
    define("large", "vip", null, true);
    awaitGone("segments-large", "large:vip");
  }

  @Test
  void turnover_is_added_up_per_segment() throws Exception {
    String query = MarketersQueries.read().get("How is the turnover divided among the segments?");
    elasticsearch.send("POST", "/profiles-acme/_refresh", "");
    JsonNode buckets =
        elasticsearch
            .send("POST", "/profiles-acme/_search", query)
            .at("/aggregations/segments/id/buckets");
    List<String> lines = new ArrayList<>();
    buckets.forEach(
        bucket ->
            lines.add(
                bucket.get("key").asText() + " " + bucket.at("/people/turnover/value").asDouble()));
    assertThat(lines)
        .containsExactlyInAnyOrder("shoes 950.5", "summer-buyers 950.5", "summer 1200.0");
  }

  @Test
  void tenants_that_share_an_index_do_not_see_each_other() throws Exception {
    String everybody = "{\"query\":{\"match_all\":{}},\"_source\":[\"tenant\"],\"size\":100}";
    assertThat(elasticsearch.get("profiles-acme", ANNA).get("_index"))
        .isEqualTo(elasticsearch.get("profiles-beta", CARL).get("_index"));
    assertThat(elasticsearch.search("profiles-acme", everybody))
        .contains(ANNA, BO)
        .doesNotContain(CARL);
    assertThat(elasticsearch.search("profiles-beta", everybody))
        .contains(CARL)
        .doesNotContain(ANNA, BO);
    assertThat(elasticsearch.search("segments-beta", everybody))
        .containsExactly("beta:summer-buyers");
  }

  @Test
  void a_dedicated_tenant_and_one_with_an_unusual_name_have_their_own_alias() throws Exception {
    send(person("large", ANNA, 5, "tents", "", "granted", "1", "2026-05-01T10:00:00Z"));
    send(person("Bøger, A/S", BO, 5, "tents", "", "granted", "1", "2026-05-01T10:00:00Z"));
    awaitFound("profiles-large", ANNA);
    awaitFound("profiles-_42_c3_b8ger_2c_20_41_2f_53", BO);
    assertThat(elasticsearch.get("profiles-large", ANNA).get("_index").asText())
        .isEqualTo("kilde-profiles-large-v1");
    assertThat(elasticsearch.send("GET", "/_alias", "").get("kilde-profiles-shared-v1").toString())
        .contains("profiles-_42_c3_b8ger_2c_20_41_2f_53")
        .doesNotContain("profiles-large");
  }

  @Test
  void two_subtasks_may_make_the_same_index_at_the_same_time() throws Exception {
    for (String tenant : List.of("race1", "race2", "race3")) {
      Future<RecordMetadata> one =
          send(0, person(tenant, ANNA, 5, "x", "", "granted", "1", "2026-05-01T10:00:00Z"));
      Future<RecordMetadata> other =
          send(1, person(tenant, BO, 5, "x", "", "granted", "1", "2026-05-01T10:00:00Z"));
      one.get();
      other.get();
    }
    for (String tenant : List.of("race1", "race2", "race3")) {
      awaitFound("profiles-" + tenant, ANNA);
      awaitFound("profiles-" + tenant, BO);
    }
  }

  @Test
  void an_older_revision_changes_nothing_and_a_tombstone_deletes() throws Exception {
    String dora = "d".repeat(32);
    send(person("acme", dora, 20, "x", "", "revoked", "1", "2020-01-01T00:00:00Z"));
    send(person("acme", dora, 19, "x", "", "revoked", "2", "2020-01-01T00:00:00Z"));
    mark(1);
    awaitFound("profiles-acme", dora);
    assertThat(
            elasticsearch.get("profiles-acme", dora).at("/_source/purchases/netTotal").asDouble())
        .isEqualTo(1);
    sendTombstone("acme", dora, 19);
    mark(2);
    assertThat(elasticsearch.get("profiles-acme", dora).path("found").asBoolean()).isTrue();
    sendTombstone("acme", dora, 21);
    awaitGone("profiles-acme", dora);
  }

  @Test
  void poison_and_what_does_not_fit_become_dead_letters_and_the_rest_arrives() throws Exception {
    byte[] poison = "not avro".getBytes(UTF_8);
    kafka.send(new ProducerRecord<>("profiles", 0, null, poison)).get();
    kafka.send(new ProducerRecord<>("segment-changes", 0, null, poison)).get();
    kafka.send(new ProducerRecord<>("definitions", 0, null, poison)).get();
    ProfileDocument odd =
        person("acme", "9".repeat(32), 1, "x", "", "revoked", "1", "2020-01-01T00:00:00Z");
    odd.getBehaviour().setCounts(Map.of(" ", 1L));
    send(odd);
    mark(100);
    cross("poisoned", "s", ANNA, "entered", "event", "2026-05-01T10:00:00Z");
    awaitFound("segments-poisoned", "poisoned:s");
    List<DeadLetter> letters = deadLetters(4);
    assertThat(letters)
        .extracting(DeadLetter::getReason)
        .containsExactlyInAnyOrder(
            "not_avro", "not_avro", "not_avro", "document_parsing_exception");
    for (DeadLetter letter : letters) {
      boolean unread = letter.getReason().equals("not_avro");
      assertThat(letter.getSource())
          .matches(
              unread
                  ? "(profiles|segment-changes|definitions)/0/\\d+"
                  : "elasticsearch:profiles-acme/9+");
      assertThat(letter.getPayload().array())
          .isEqualTo(unread ? poison : new JsonForm().write(odd));
    }
  }

  @Test
  void an_outage_of_elasticsearch_is_waited_for() throws Exception {
    servers.elasticsearch().stop();
    ProfileDocument late =
        person("gamma", ANNA, 1, "x", "", "granted", "1", "2020-01-01T00:00:00Z");
    send(late);
    cross("gamma", "s", ANNA, "entered", "event", "2026-05-01T10:00:00Z");
    kafka.flush();
    servers.elasticsearch().start();
    servers.elasticsearch().awaitHealthy(Duration.ofMinutes(2));
    awaitFound("profiles-gamma", ANNA);
    awaitSize("segments-gamma", "gamma:s", "1 of 1");
    assertThat(job.isAlive()).as("the job never failed").isTrue();
  }

  @Test
  void an_index_of_another_layout_fails_the_job_with_a_clear_message() throws Exception {
    elasticsearch.send(
        "PUT",
        "/by-hand",
        "{\"settings\":{\"number_of_replicas\":0},\"aliases\":{\"profiles-old\":{}}}");
    kafka
        .send(
            new ProducerRecord<>(
                "broken-profiles",
                wire.encode(
                    person("old", ANNA, 1, "x", "", "granted", "1", "2020-01-01T00:00:00Z"))))
        .get();
    assertThatThrownBy(() -> IndexJob.main(arguments("broken-")))
        .rootCause()
        .hasMessageContaining(servers.elasticsearch().address())
        .hasMessageContaining("profiles-old")
        .hasMessageContaining("by-hand, which is not of Kilde's making")
        .hasMessageContaining("Remedy: ");
  }

  private static String[] arguments(String prefix) {
    return new String[] {
      "--kafka.bootstrap-servers", servers.kafka().address(),
      "--kafka.topic-prefix", prefix,
      "--kafka.group-id", "index-" + prefix,
      "--elasticsearch.hosts", servers.elasticsearch().address(),
      "--elasticsearch.max-wait", "100ms",
      "--elasticsearch.back-off-longest", "1s",
      "--index.dedicated-tenants", "large,race1,race2,race3",
      "--index.replicas", "0",
      "--segments.write-interval", "200ms",
      "--checkpoint.interval", "1s"
    };
  }

  private static void run(String[] arguments) {
    try {
      IndexJob.main(arguments);
    } catch (Exception cancelled) {
      // The tests see a job that failed by what does not arrive.
    }
  }

  private static void createTopics(String... prefixes) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.kafka().address()))) {
      List<NewTopic> topics = new ArrayList<>();
      for (String prefix : prefixes) {
        for (String input : List.of("profiles", "segment-changes", "definitions")) {
          topics.add(new NewTopic(prefix + input, 2, (short) 1));
        }
        topics.add(new NewTopic(prefix + "dead-letters", 1, (short) 1));
      }
      admin.createTopics(topics).all().get(30, TimeUnit.SECONDS);
    }
  }

  private static ProfileDocument person(
      String tenant,
      String id,
      long revision,
      String category,
      String segments,
      String permission,
      String netTotal,
      String lastAt)
      throws Exception {
    String memberships =
        segments.isEmpty()
            ? ""
            : List.of(segments.split(", ")).stream()
                .map(s -> "{\"id\":" + s + ",\"version\":1,\"since\":\"2026-01-01T00:00:00Z\"}")
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
    String document =
        """
        {"tenant":"%s","profileId":"%s","identifiers":{"email":["someone@example.com"]},
         "contact":{"firstName":"Someone","country":"DK"},
         "permissions":[{"channel":"email","purpose":"marketing","status":"%s","at":"2025-01-01T00:00:00Z"},
                        {"channel":"sms","purpose":"marketing","status":"%s","at":"2025-01-01T00:00:00Z"}],
         "reachable":{"email":true,"sms":false},
         "firstSeenAt":"2020-01-01T00:00:00Z","lastSeenAt":"2026-05-01T10:00:00Z",
         "behaviour":{"counts":{"product_viewed":%d},"lastViewed":["p1"]},
         "purchases":{"orders":1,"receipts":0,"firstAt":"%s","lastAt":"%s","netTotal":%s,"categories":["%s/all"]},
         "cart":{"lines":[{"productId":"p1","quantity":1,"price":200}],"value":200,"changedAt":"2026-05-01T10:00:00Z"},
         "segments":[%s],"asOf":"2026-06-01T00:00:00Z","revision":%d}
        """
            .formatted(
                tenant,
                id,
                permission,
                permission.equals("granted") ? "revoked" : "granted",
                permission.equals("granted") ? 5 : 4,
                lastAt,
                lastAt,
                netTotal,
                category,
                memberships,
                revision)
            .replace("\n", " ");
    return (ProfileDocument) new JsonForm().read(Topic.PROFILES, document.getBytes(UTF_8));
  }

  private static void send(ProfileDocument document) throws Exception {
    send(0, document).get();
  }

  private static Future<RecordMetadata> send(int partition, ProfileDocument document) {
    byte[] key = (document.getTenant() + "/" + document.getProfileId()).getBytes(UTF_8);
    byte[] value = new WireForm().encode(document);
    return kafka.send(new ProducerRecord<>("profiles", partition, key, value));
  }

  private static void sendTombstone(String tenant, String id, long revision) throws Exception {
    ProducerRecord<byte[], byte[]> tombstone =
        new ProducerRecord<>("profiles", 0, (tenant + "/" + id).getBytes(UTF_8), null);
    tombstone.headers().add("revision", Long.toString(revision).getBytes(UTF_8));
    kafka.send(tombstone).get();
  }

  private static void define(String tenant, String segment, String yaml, boolean deleted)
      throws Exception {
    Definition definition =
        Definition.newBuilder()
            .setTenant(tenant)
            .setEventId(segment + deleted)
            .setOccurredAt(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(deleted ? 1 : 0))
            .setKind("segment")
            .setId(segment)
            .setVersion(1)
            .setYaml(yaml)
            .setDeleted(deleted)
            .build();
    kafka.send(new ProducerRecord<>("definitions", new WireForm().encode(definition))).get();
  }

  private static void cross(
      String tenant, String segment, String person, String change, String cause, String at)
      throws Exception {
    SegmentChange crossed =
        SegmentChange.newBuilder()
            .setTenant(tenant)
            .setProfileId(person)
            .setSegment(segment)
            .setVersion(1)
            .setChange(SegmentCrossing.valueOf(change))
            .setCause(SegmentCause.valueOf(cause))
            .setAt(Instant.parse(at))
            .build();
    byte[] key = (tenant + "/" + person).getBytes(UTF_8);
    kafka.send(new ProducerRecord<>("segment-changes", key, new WireForm().encode(crossed))).get();
  }

  /**
   * Returns when what was sent before has very likely been written; two requests under way at a
   * time may still overtake one another.
   */
  private static void mark(long revision) throws Exception {
    send(
        person(
            "mark-" + revision, MARK, revision, "x", "", "granted", "1", "2020-01-01T00:00:00Z"));
    awaitFound("profiles-mark-" + revision, MARK);
  }

  private static void awaitFound(String alias, String id) throws Exception {
    await(alias, id, true);
  }

  private static void awaitGone(String alias, String id) throws Exception {
    await(alias, id, false);
  }

  private static void await(String alias, String id, boolean found) throws Exception {
    await(alias + "/" + id, () -> isFound(alias, id) == found);
  }

  /** Until so many of those who entered are members. */
  private static void awaitSize(String alias, String id, String size) throws Exception {
    await(
        alias + "/" + id + " " + size,
        () -> {
          JsonNode segment = isFound(alias, id) ? elasticsearch.get(alias, id) : null;
          return segment != null
              && size.equals(
                  segment.at("/_source/size") + " of " + segment.at("/_source/entered/total"));
        });
  }

  private static void await(String what, Callable<Boolean> holds) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (!holds.call()) {
      assertThat(job.isAlive()).as("the job runs").isTrue();
      assertThat(System.nanoTime()).as("waited 90 s for " + what).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static boolean isFound(String alias, String id) throws InterruptedException {
    try {
      return elasticsearch.get(alias, id).path("found").asBoolean();
    } catch (IOException notThere) {
      return false;
    }
  }

  private List<DeadLetter> deadLetters(int count) throws Exception {
    List<DeadLetter> letters = new ArrayList<>();
    TopicPartition topic = new TopicPartition("dead-letters", 0);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers.kafka().address()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(topic));
      consumer.seekToBeginning(List.of(topic));
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (letters.size() < count && System.nanoTime() < deadline) {
        for (ConsumerRecord<byte[], byte[]> found : consumer.poll(Duration.ofMillis(200))) {
          letters.add((DeadLetter) wire.decode(Topic.DEAD_LETTERS, found.value()));
        }
      }
    }
    assertThat(letters).hasSize(count);
    return letters;
  }
}
