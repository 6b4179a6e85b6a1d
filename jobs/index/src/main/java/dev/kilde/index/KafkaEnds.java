package dev.kilde.index;

import dev.kilde.connectors.elasticsearch.DocumentWrite;
import dev.kilde.connectors.input.Input;
import dev.kilde.connectors.kafka.Delivery;
import dev.kilde.connectors.kafka.KafkaInputs;
import dev.kilde.connectors.kafka.KafkaOutputs;
import dev.kilde.schemas.Topic;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.types.Either;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** Where the job's records come from and go to in Kafka. */
final class KafkaEnds {
  private KafkaEnds() {}

  /** Topic {@code profiles}, committed transactions only. */
  @SuppressWarnings("deprecation") // Flink's method asks for Kafka's deprecated enum
  static Source<Either<DocumentWrite, byte[]>, ?, ?> profiles(KafkaOptions options) {
    return KafkaSource.<Either<DocumentWrite, byte[]>>builder()
        .setProperties(options.connection().properties())
        .setGroupId(options.groupId())
        .setTopics(options.connection().topic(Topic.PROFILES))
        .setStartingOffsets(
            options.start() == KafkaInputs.Start.EARLIEST
                ? OffsetsInitializer.earliest()
                : OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
        .setProperty("isolation.level", "read_committed")
        .setProperty("commit.offsets.on.checkpoint", "true")
        .setDeserializer(new ProfileDeserializer())
        .build();
  }

  /**
   * Topics {@code segment-changes} and {@code definitions}, committed transactions only. A job
   * without a savepoint has counted nobody yet: it begins at the beginning, whatever {@link
   * KafkaOptions#start} says.
   */
  static Source<Either<Input, byte[]>, ?, ?> segmentNews(KafkaOptions options) {
    String changes = options.connection().topic(Topic.SEGMENT_CHANGES);
    return KafkaSource.<Either<Input, byte[]>>builder()
        .setProperties(options.connection().properties())
        .setGroupId(options.groupId())
        .setTopics(changes, options.connection().topic(Topic.DEFINITIONS))
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setProperty("isolation.level", "read_committed")
        .setProperty("commit.offsets.on.checkpoint", "true")
        .setDeserializer(new SegmentDeserializer(changes, options.registry()))
        .build();
  }

  /** Topic {@code dead-letters}, at least once, of values in wire form. */
  static Sink<byte[]> deadLetters(KafkaOptions options) {
    return KafkaOutputs.sink(
        options.connection(),
        Delivery.AT_LEAST_ONCE,
        Uids.DEAD_LETTERS,
        KafkaRecordSerializationSchema.<byte[]>builder()
            .setTopic(options.connection().topic(Topic.DEAD_LETTERS))
            .setValueSerializationSchema(new AsTheyAre())
            .build());
  }

  private static final class AsTheyAre implements SerializationSchema<byte[]> {
    private static final long serialVersionUID = 1L;

    @Override
    public byte[] serialize(byte[] value) {
      return value;
    }
  }
}
