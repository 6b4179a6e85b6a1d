package dev.kilde.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.local.publish.OvertakenPublisher;
import dev.kilde.local.publish.PublishCommand;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Definition;
import dev.kilde.schemas.record.Tick;
import dev.kilde.schemas.wire.WireForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LocalServersITCase {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static LocalStack stack;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    LocalStackOptions options =
        LocalStackOptions.defaults()
            .withTaskManagers(1, 2, 1024)
            .withFlink(Map.of("execution.checkpointing.interval", "500 ms"));
    stack =
        LocalStack.start(
            Installation.find(), folder.resolve("stack"), options, System.out::println);
  }

  @AfterAll
  static void closeLeavesNoProcess() {
    List<ProcessHandle> processes = ProcessHandle.current().children().toList();
    assertThat(processes).hasSizeGreaterThanOrEqualTo(4);

    stack.close();

    assertThat(processes).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void kafkaTakesRecordsOnTheTopicsOfTheContractAndGivesThemBack() throws Exception {
    new Topics("", 1).create(stack.kafka().address());
    String topic = Topic.TRACKING.topicName();
    Map<String, Object> common = Map.of("bootstrap.servers", stack.kafka().address());
    try (var producer =
        new KafkaProducer<>(common, new StringSerializer(), new StringSerializer())) {
      producer
          .send(new ProducerRecord<>(topic, 0, 1_000L, "key", "from 1970"))
          .get(30, TimeUnit.SECONDS);
    }
    try (var consumer =
        new KafkaConsumer<>(common, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partition = List.of(new TopicPartition(topic, 0));
      consumer.assign(partition);
      consumer.seekToBeginning(partition);

      assertThat(poll(consumer, 1)).extracting(ConsumerRecord::value).containsExactly("from 1970");
    }
  }

  @Test
  void publishedDefinitionsAreOnTheirTopicOnceForCommittedReaders() throws Exception {
    new Topics("shop-", 2).create(stack.kafka().address());
    Path definitions = Files.createDirectory(folder.resolve("definitions"));
    Path segment = Files.createDirectory(definitions.resolve("segments")).resolve("lapsed.yaml");
    String yaml = "segment: lapsed\nversion: 1\nwhere: { reachable: { channel: email } }\n";
    Files.writeString(segment, yaml);
    Files.writeString(definitions.resolve("limits.yaml"), "currency: SEK");
    tick("shop-" + Topic.DEFINITIONS.topicName());

    assertThat(publish(definitions)).endsWith("2 published, 0 deleted, 0 unchanged\n");
    assertThat(publish(definitions)).endsWith("0 published, 0 deleted, 2 unchanged\n");
    Files.delete(segment);
    assertThat(publish(definitions, "--prune")).endsWith("0 published, 1 deleted, 1 unchanged\n");
    assertThat(publish(definitions, "--prune", "--dry-run"))
        .endsWith("0 would be published, 0 would be deleted, 1 unchanged\n");

    Files.writeString(definitions.resolve("scoring.yaml"), "");
    assertThat(
            OvertakenPublisher.publish(
                stack.kafka().address(), "shop-", () -> publish(definitions)))
        .startsWith("nothing was published: another publication of the same tenant");

    assertThat(definitions("shop-" + Topic.DEFINITIONS.topicName(), 4))
        .containsExactlyInAnyOrder(
            "acme/limits/limits: limits/limits@1 currency: SEK",
            "acme/scoring/scoring: scoring/scoring@1 ",
            "acme/segment/lapsed: segment/lapsed@1 " + yaml,
            "acme/segment/lapsed: segment/lapsed@2 null");
  }

  @Test
  void elasticsearchKeepsItsDocumentsWhenStoppedAndStarted() throws Exception {
    assertThat(elasticsearch("GET", "/", "")).contains("\"number\":\"8.");
    elasticsearch("PUT", "/people/_doc/1?refresh=true", "{\"name\":\"Ada\",\"stars\":5}");
    String question = "{\"query\":{\"range\":{\"stars\":{\"gte\":4}}}}";
    assertThat(elasticsearch("POST", "/people/_search", question)).contains("Ada");

    stack.elasticsearch().stop();
    assertThat(stack.elasticsearch().process().isAlive()).isFalse();
    stack.elasticsearch().start();
    stack.elasticsearch().awaitHealthy(PATIENCE);

    assertThat(elasticsearch("POST", "/people/_search", question)).contains("Ada");
  }

  @Test
  void aJobOutlivesItsTaskManagerAndGoesOnFromASavepoint() throws Exception {
    LocalFlink flink = stack.flink();
    FlinkJobs jobs = flink.jobs();
    Path jar = jarOf(CountingJob.class);
    String job = jobs.submit(JobSubmission.of(jar, CountingJob.class.getName(), List.of("first")));
    jobs.awaitRunning(job, PATIENCE);
    awaitCheckpoint(job);

    flink.killTaskManager();
    flink.awaitSlots(PATIENCE);
    assertThat(jobs.cluster().slots()).isZero();
    flink.startTaskManager();
    flink.awaitSlots(PATIENCE);
    assertThat(jobs.cluster().slots()).isEqualTo(2);
    jobs.awaitRunning(job, PATIENCE);
    assertThat(jobs.failure(job)).isPresent();

    String savepoint = jobs.stopWithSavepoint(job, stack.data().resolve("savepoints"));
    assertThat(jobs.state(job)).isEqualTo("FINISHED");
    String second =
        jobs.submit(
            JobSubmission.of(jar, CountingJob.class.getName(), List.of("second")).from(savepoint));
    jobs.awaitRunning(second, PATIENCE);
    assertThat(jobs.list()).contains(new FlinkJob(second, "second", "RUNNING"));
    jobs.cancel(second);
    assertThat(jobs.awaitEnd(second, PATIENCE)).isEqualTo("CANCELED");
  }

  @Test
  void aJobThatFailsInItsMainMethodIsAnErrorWithItsReason() {
    assertThatThrownBy(
            () ->
                stack
                    .flink()
                    .jobs()
                    .submit(
                        JobSubmission.of(
                            jarOf(CountingJob.class), CountingJob.class.getName(), List.of())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ArrayIndexOutOfBoundsException");
  }

  @Test
  void aTakenPortIsAClearErrorAndLeavesNothingRunning() {
    int port = URI.create(stack.elasticsearch().address()).getPort();
    LocalStackOptions options = LocalStackOptions.defaults().withPorts(0, port, 0);
    long before = ProcessHandle.current().children().count();

    assertThatThrownBy(
            () ->
                LocalStack.start(
                    Installation.find(), folder.resolve("second"), options, line -> {}))
        .isInstanceOf(LocalServerException.class)
        .hasMessageContaining("Port " + port)
        .hasMessageContaining("Elasticsearch");
    assertThat(ProcessHandle.current().children().count()).isEqualTo(before);
  }

  private static String publish(Path definitions, String... options) {
    StringWriter out = new StringWriter();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                definitions.toString(),
                "--bootstrap-servers",
                stack.kafka().address(),
                "--topic-prefix",
                "shop-",
                "--tenant",
                "acme"));
    arguments.addAll(List.of(options));
    int code =
        new CommandLine(new PublishCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(out))
            .execute(arguments.toArray(String[]::new));
    assertThat(code).as(out.toString()).isZero();
    return out.toString();
  }

  private static void tick(String topic) throws Exception {
    byte[] tick = new WireForm().encode(Tick.newBuilder().setAt(Instant.EPOCH).build());
    Map<String, Object> common = Map.of("bootstrap.servers", stack.kafka().address());
    try (var producer =
        new KafkaProducer<>(common, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, 0, 1_000L, "tick", tick)).get(30, TimeUnit.SECONDS);
    }
  }

  private static List<String> definitions(String topic, int count) throws Exception {
    Map<String, Object> committed =
        Map.of("bootstrap.servers", stack.kafka().address(), "isolation.level", "read_committed");
    WireForm wire = new WireForm();
    List<String> found = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(committed, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      for (ConsumerRecord<String, byte[]> message : poll(consumer, count + 1)) {
        if (wire.decode(Topic.DEFINITIONS, message.value()) instanceof Definition definition) {
          found.add(message.key() + ": " + definition.getEventId() + " " + definition.getYaml());
        }
      }
    }
    return found;
  }

  private String elasticsearch(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stack.elasticsearch().address() + path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    var response = http.send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    return response.body();
  }

  private static <K, V> List<ConsumerRecord<K, V>> poll(KafkaConsumer<K, V> consumer, int count) {
    List<ConsumerRecord<K, V>> records = new ArrayList<>();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (records.size() < count && System.nanoTime() < deadline) {
      consumer.poll(Duration.ofMillis(200)).forEach(records::add);
    }
    return records;
  }

  private static void awaitCheckpoint(String job) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (stack.flink().jobs().completedCheckpoints(job) == 0) {
      assertThat(System.nanoTime()).as("no checkpoint in time").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static Path jarOf(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    Path jar = Files.createTempFile(folder, "job", ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        InputStream bytes = type.getResourceAsStream("/" + name)) {
      out.putNextEntry(new JarEntry(name));
      bytes.transferTo(out);
    }
    return jar;
  }
}
