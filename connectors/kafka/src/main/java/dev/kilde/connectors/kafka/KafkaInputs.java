package dev.kilde.connectors.kafka;

import dev.kilde.connectors.input.Input;
import dev.kilde.schemas.Topic;
import java.util.List;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.jspecify.annotations.Nullable;

/** Input topics as a source: records, dead letters and ticks. */
public final class KafkaInputs {

  /** Where a job begins that starts without a savepoint. */
  public enum Start {
    /** Where the group left off; a new group at the beginning. */
    COMMITTED,
    /** At the beginning. */
    EARLIEST
  }

  private KafkaInputs() {}

  /**
   * Committed records only; offsets are part of checkpoints.
   *
   * @param registry for Confluent-framed messages; null: there are none
   */
  @SuppressWarnings("deprecation") // Flink's method asks for Kafka's deprecated enum
  public static KafkaSource<Input> source(
      KafkaConnection kafka,
      List<Topic> topics,
      String groupId,
      Start start,
      @Nullable RegistryConnection registry) {
    return KafkaSource.<Input>builder()
        .setProperties(kafka.properties())
        .setBootstrapServers(kafka.bootstrapServers())
        .setTopics(topics.stream().map(kafka::topic).toList())
        .setGroupId(groupId)
        .setStartingOffsets(
            start == Start.EARLIEST
                ? OffsetsInitializer.earliest()
                : OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
        .setProperty("isolation.level", "read_committed")
        .setProperty("commit.offsets.on.checkpoint", "true")
        .setProperty("partition.discovery.interval.ms", "60000")
        .setDeserializer(new KafkaInputDeserializer(kafka.topicPrefix(), registry))
        .build();
  }
}
