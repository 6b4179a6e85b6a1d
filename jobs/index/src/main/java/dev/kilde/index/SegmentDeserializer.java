package dev.kilde.index;

import dev.kilde.connectors.input.Input;
import dev.kilde.connectors.kafka.RegistryConnection;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.wire.WireForm;
import dev.kilde.schemas.wire.WriterSchemas;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Takes a Kafka record apart for {@link SegmentReading}. */
final class SegmentDeserializer implements KafkaRecordDeserializationSchema<Either<Input, byte[]>> {
  private static final long serialVersionUID = 1L;

  private final String changes;
  private final @Nullable RegistryConnection registry;
  private transient @Nullable SegmentReading reading;
  private transient @Nullable WireForm wire;

  /**
   * @param changes the topic of segment changes; every other one has definitions
   * @param registry null: no message is framed for one
   */
  SegmentDeserializer(String changes, @Nullable RegistryConnection registry) {
    this.changes = changes;
    this.registry = registry;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    reading = new SegmentReading(registry == null ? WriterSchemas.none() : registry.open());
    wire = new WireForm();
  }

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> message, Collector<Either<Input, byte[]>> out) {
    if (reading == null || wire == null) {
      throw new IllegalStateException("open comes before deserialize");
    }
    Optional<Either<Input, DeadLetter>> read =
        reading.read(
            message.topic().equals(changes) ? Topic.SEGMENT_CHANGES : Topic.DEFINITIONS,
            message.topic() + "/" + message.partition() + "/" + message.offset(),
            message.value(),
            Instant.ofEpochMilli(message.timestamp()),
            Instant.now());
    if (read.isPresent()) {
      Either<Input, DeadLetter> news = read.get();
      out.collect(
          news.isLeft() ? Either.Left(news.left()) : Either.Right(wire.encode(news.right())));
    }
  }

  @Override
  public TypeInformation<Either<Input, byte[]>> getProducedType() {
    return IndexTopology.NEWS;
  }
}
