package dev.kilde.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.connectors.input.DeadLetters;
import dev.kilde.schemas.Rejection;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.wire.WireForm;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema.KafkaSinkContext;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class KafkaOutputsTest {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
  private static final KafkaConnection KAFKA =
      new KafkaConnection("b:1", "p.", Map.of("sasl.jaas.config", "secret"));

  private static final KafkaSinkContext CONTEXT =
      new KafkaSinkContext() {
        @Override
        public int getParallelInstanceId() {
          return 0;
        }

        @Override
        public int getNumberOfParallelInstances() {
          return 1;
        }

        @Override
        public int[] getPartitionsForTopic(String topic) {
          return new int[] {0};
        }
      };

  @Test
  void aDeadLetterGoesUnderItsSource() throws Exception {
    DeadLetter letter = letter(new byte[] {1, 2});
    ProducerRecord<byte[], byte[]> message = serialized(letter);
    assertThat(message.topic()).isEqualTo("p.dead-letters");
    assertThat(message.partition()).isNull();
    assertThat(message.timestamp()).isEqualTo(AT.toEpochMilli());
    assertThat(message.key()).isEqualTo("tracking/3/42".getBytes(UTF_8));
    assertThat(new WireForm().decode(Topic.DEAD_LETTERS, message.value())).isEqualTo(letter);
  }

  @Test
  void theProducerTakesTheDeadLetterOfTheLargestInput() throws Exception {
    int most = KafkaOutputs.MOST_BYTES;
    assertThat(serialized(letter(new byte[1 << 20])).value().length + 1_000).isLessThan(most);
    for (Delivery delivery : Delivery.values()) {
      assertThat(KafkaOutputs.producer(KAFKA, delivery))
          .containsEntry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(most));
    }
    KafkaConnection own =
        new KafkaConnection("b:1", "", Map.of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, "7"));
    assertThat(KafkaOutputs.producer(own, Delivery.EXACTLY_ONCE))
        .as("what the client properties say counts")
        .containsEntry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, "7");
  }

  @Test
  void secretsStandInNoDescription() {
    assertThat(KAFKA).hasToString("Kafka at b:1");
    assertThat(new RegistryConnection(URI.create("http://r:1"), "Basic secret"))
        .hasToString("schema registry at http://r:1");
  }

  @Test
  void clientPropertiesReachEveryClientButNotInPlaceOfTheServers() {
    assertThat(
            new KafkaConnection("b:1", "", Map.of("bootstrap.servers", "x:1", "a", "b"))
                .properties())
        .containsEntry("bootstrap.servers", "b:1")
        .containsEntry("a", "b");
  }

  private static ProducerRecord<byte[], byte[]> serialized(DeadLetter letter) throws Exception {
    return InstantiationUtil.clone(new DeadLetterRecords("p.dead-letters"))
        .serialize(letter, CONTEXT, null);
  }

  private static DeadLetter letter(byte[] payload) {
    return DeadLetters.letter(
        "tracking/3/42",
        "decode",
        new Rejection(Rejection.Reason.NOT_AVRO, "no Avro message"),
        payload,
        AT);
  }
}
