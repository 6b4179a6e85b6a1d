package dev.kilde.local.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.local.runtime.FlinkJobs;
import dev.kilde.local.runtime.Installation;
import dev.kilde.local.runtime.JobSubmission;
import dev.kilde.local.runtime.LocalStack;
import dev.kilde.local.runtime.LocalStackOptions;
import dev.kilde.local.runtime.Topics;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.record.Definition;
import dev.kilde.schemas.record.ProfileDocument;
import dev.kilde.schemas.wire.WireForm;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job jar brings all it needs to a real cluster. */
class IndexJarITCase {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String ANNA = "a".repeat(32);

  @TempDir Path folder;

  @Test
  void a_document_a_rejected_one_and_a_segment_pass_through_a_real_cluster() throws Exception {
    Installation installation = Installation.find();
    Path jar = installation.root().resolve("jobs/index/target/kilde-index.jar");
    try (LocalStack stack =
        LocalStack.start(
            installation,
            folder,
            LocalStackOptions.defaults().withTaskManagers(1, 1, 1024),
            line -> {})) {
      new Topics("", 1).create(stack.kafka().address());
      FlinkJobs jobs = stack.flink().jobs();
      String job =
          jobs.submit(
              JobSubmission.of(
                  jar,
                  "dev.kilde.index.IndexJob",
                  List.of(
                      "--kafka.bootstrap-servers",
                      stack.kafka().address(),
                      "--elasticsearch.hosts",
                      stack.elasticsearch().address(),
                      "--index.replicas",
                      "0",
                      "--checkpoint.interval",
                      "1s")));
      jobs.awaitRunning(job, PATIENCE);
      ProfileDocument anna = (ProfileDocument) FilledRecord.of(ProfileDocument.getClassSchema());
      anna.setTenant("acme");
      anna.setProfileId(ANNA);
      ProfileDocument odd = ProfileDocument.newBuilder(anna).setProfileId("b".repeat(32)).build();
      odd.getBehaviour().setCounts(Map.of(" ", 1L));
      send(stack, odd);
      send(stack, anna);
      Definition tents =
          Definition.newBuilder()
              .setTenant("acme")
              .setEventId("1")
              .setOccurredAt(Instant.EPOCH)
              .setKind("segment")
              .setId("tents")
              .setVersion(1)
              .setYaml("name: Tents")
              .build();
      send(stack, "definitions", "acme/definition:segment/tents", tents);
      awaitFound(stack, job, "profiles-acme", ANNA);
      awaitFound(stack, job, "segments-acme", "acme:tents");
      assertThat(firstDeadLetter(stack).getReason()).isEqualTo("document_parsing_exception");
      assertThat(jobs.failure(job)).isEmpty();
      jobs.cancel(job);
    }
  }

  private static void send(LocalStack stack, ProfileDocument document) throws Exception {
    send(stack, "profiles", document.getTenant() + "/" + document.getProfileId(), document);
  }

  private static void send(LocalStack stack, String topic, String key, SpecificRecord record)
      throws Exception {
    Map<String, Object> common = Map.of("bootstrap.servers", stack.kafka().address());
    try (var kafka =
        new KafkaProducer<>(common, new ByteArraySerializer(), new ByteArraySerializer())) {
      byte[] value = new WireForm().encode(record);
      kafka.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value)).get();
    }
  }

  private static void awaitFound(LocalStack stack, String job, String alias, String id)
      throws Exception {
    Elasticsearch elasticsearch = new Elasticsearch(stack.elasticsearch().address());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!elasticsearch.get(alias, id).path("found").asBoolean()) {
      assertThat(stack.flink().jobs().failure(job)).isEmpty();
      assertThat(System.nanoTime()).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static DeadLetter firstDeadLetter(LocalStack stack) throws Exception {
    Map<String, Object> common = Map.of("bootstrap.servers", stack.kafka().address());
    List<TopicPartition> topic = List.of(new TopicPartition("dead-letters", 0));
    try (var consumer =
        new KafkaConsumer<>(common, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(topic);
      consumer.seekToBeginning(topic);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < deadline) {
        ConsumerRecords<byte[], byte[]> found = consumer.poll(Duration.ofMillis(200));
        if (!found.isEmpty()) {
          return (DeadLetter)
              new WireForm().decode(Topic.DEAD_LETTERS, found.iterator().next().value());
        }
      }
    }
    throw new AssertionError("no dead letter within " + PATIENCE);
  }
}
