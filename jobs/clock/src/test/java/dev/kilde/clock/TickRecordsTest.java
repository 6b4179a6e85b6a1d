package dev.kilde.clock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Tick;
import dev.kilde.schemas.wire.WireForm;
import java.time.Instant;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema.KafkaSinkContext;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class TickRecordsTest {

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

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00.123Z");

  @Test
  void aTickGoesToItsPartitionWithAKeyAndItsOwnInstant() throws Exception {
    TickRecords records = InstantiationUtil.clone(new TickRecords());
    for (Topic topic : Topic.inputs()) {
      ProducerRecord<byte[], byte[]> message =
          records.serialize(
              Tuple3.of("p." + topic.topicName(), 7, AT.toEpochMilli()), CONTEXT, null);
      assertThat(message.topic()).isEqualTo("p." + topic.topicName());
      assertThat(message.partition()).isEqualTo(7);
      assertThat(message.timestamp()).isEqualTo(AT.toEpochMilli());
      assertThat(message.key()).isEqualTo("tick".getBytes(UTF_8));
      assertThat(new WireForm().decode(topic, message.value())).isEqualTo(new Tick(AT));
    }
  }
}
