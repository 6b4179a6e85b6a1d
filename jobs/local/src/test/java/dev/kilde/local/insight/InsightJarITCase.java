package dev.kilde.local.insight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.local.demo.LocalJobs;
import dev.kilde.local.runtime.FlinkJobs;
import dev.kilde.local.runtime.Installation;
import dev.kilde.local.runtime.LocalStack;
import dev.kilde.local.runtime.LocalStackOptions;
import dev.kilde.local.runtime.Topics;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Behaviour;
import dev.kilde.schemas.record.ContactFields;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.record.KnownIdentifiers;
import dev.kilde.schemas.record.Model;
import dev.kilde.schemas.record.ProfileDocument;
import dev.kilde.schemas.record.Purchases;
import dev.kilde.schemas.record.Rfm;
import dev.kilde.schemas.wire.WireForm;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job jar brings all it needs to a real cluster, and goes on from a savepoint. */
class InsightJarITCase {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration CHECKPOINTS = Duration.ofSeconds(1);

  /** In Copenhagen. */
  private static final Instant MIDNIGHT = Instant.parse("2026-03-01T23:00:00Z");

  @TempDir Path folder;

  @Test
  void everybodyWhoBoughtMakesTheModelOfEachMidnight() throws Exception {
    try (LocalStack stack =
        LocalStack.start(
            Installation.find(),
            folder,
            LocalStackOptions.defaults().withTaskManagers(1, 1, 1024),
            line -> {})) {
      new Topics("", 1).create(stack.kafka().address());
      LocalJobs jobs = new LocalJobs(Installation.find(), stack, "");
      FlinkJobs flink = stack.flink().jobs();
      String job = jobs.startInsight(CHECKPOINTS);
      for (int person = 1; person <= 6; person++) {
        send(stack, key(person), document(person, MIDNIGHT.minusSeconds(60), person * 100));
      }
      send(stack, key(6), null);
      send(stack, key(7), new byte[] {1, 2, 3});
      send(stack, key(8), document(8, MIDNIGHT.plus(Duration.ofHours(1)), 1));

      Model first = (Model) nth(stack, Topic.MODELS, 1);
      assertThat(first.getTenant()).isEqualTo("acme");
      assertThat(first.getEffectiveAt()).isEqualTo(MIDNIGHT);
      assertThat(first.getValues())
          .isEqualTo(
              Map.of(
                  "recencyDays", List.of(1.8, 2.6, 3.4, 4.2),
                  "frequency", List.of(1.8, 2.6, 3.4, 4.2),
                  "monetary", List.of(180.0, 260.0, 340.0, 420.0)));
      DeadLetter letter = (DeadLetter) nth(stack, Topic.DEAD_LETTERS, 1);
      assertThat(letter.getStage()).isEqualTo("insight");
      assertThat(letter.getReason()).isEqualTo("not_avro");

      String savepoint = flink.stopWithSavepoint(job, stack.data().resolve("savepoints"));
      String again = jobs.start(jobs.insight(CHECKPOINTS).from(savepoint));
      send(stack, key(9), document(9, MIDNIGHT.plus(Duration.ofHours(25)), 1));
      Model second = (Model) nth(stack, Topic.MODELS, 2);
      assertThat(second.getEffectiveAt()).isEqualTo(MIDNIGHT.plus(Duration.ofDays(1)));
      assertThat(second.getValues().get("monetary"))
          .as("five of the day before and one of this")
          .containsExactly(100.0, 200.0, 300.0, 400.0);
      assertThat(flink.failure(again)).isEmpty();
      flink.cancel(again);
    }
  }

  private static byte[] key(int person) {
    return ("acme/" + id(person)).getBytes(UTF_8);
  }

  private static String id(int person) {
    return "%032x".formatted(person);
  }

  /** Bought as often, and as many days ago, as the number says. */
  private static byte[] document(int person, Instant asOf, int amount) {
    return new WireForm()
        .encode(
            ProfileDocument.newBuilder()
                .setTenant("acme")
                .setProfileId(id(person))
                .setIdentifiers(KnownIdentifiers.newBuilder().build())
                .setContact(ContactFields.newBuilder().build())
                .setFirstSeenAt(Instant.EPOCH)
                .setLastSeenAt(Instant.EPOCH)
                .setBehaviour(Behaviour.newBuilder().build())
                .setRfm(
                    Rfm.newBuilder()
                        .setRecencyDays(person - 1)
                        .setFrequency(person)
                        .setMonetary(BigDecimal.valueOf(amount).setScale(6))
                        .setR(1)
                        .setF(1)
                        .setM(1)
                        .setGroup("hibernating")
                        .setLastAt(MIDNIGHT.minus(Duration.ofDays(person)))
                        .build())
                .setPurchases(
                    Purchases.newBuilder().setNetTotal(BigDecimal.ZERO.setScale(6)).build())
                .setAsOf(asOf)
                .setRevision(1)
                .build());
  }

  private static void send(LocalStack stack, byte[] key, byte[] value) throws Exception {
    Map<String, Object> common = Map.of("bootstrap.servers", stack.kafka().address());
    try (var kafka =
        new KafkaProducer<>(common, new ByteArraySerializer(), new ByteArraySerializer())) {
      long at = MIDNIGHT.minusSeconds(30).toEpochMilli();
      kafka.send(new ProducerRecord<>("profiles", null, at, key, value)).get();
    }
  }

  /** The nth committed record of a topic, which has no more than that. */
  private static Object nth(LocalStack stack, Topic topic, int n) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", stack.kafka().address());
    properties.setProperty("isolation.level", "read_committed");
    List<TopicPartition> partition = List.of(new TopicPartition(topic.topicName(), 0));
    try (var consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(partition);
      consumer.seekToBeginning(partition);
      List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (found.size() < n) {
        assertThat(System.nanoTime()).as("in time for %s", topic).isLessThan(deadline);
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
      assertThat(found).hasSize(n);
      return new WireForm().decode(topic, found.get(n - 1).value());
    }
  }
}
