package dev.kilde.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kilde.connectors.elasticsearch.DocumentWrite;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.wire.WireForm;
import java.time.Instant;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Takes a Kafka record apart for {@link ProfileReading}. */
final class ProfileDeserializer
    implements KafkaRecordDeserializationSchema<Either<DocumentWrite, byte[]>> {
  private static final long serialVersionUID = 1L;

  private transient @Nullable ProfileReading reading;
  private transient @Nullable WireForm wire;

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    reading = new ProfileReading();
    wire = new WireForm();
  }

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> message, Collector<Either<DocumentWrite, byte[]>> out) {
    if (reading == null || wire == null) {
      throw new IllegalStateException("open comes before deserialize");
    }
    Header revision = message.headers().lastHeader("revision");
    Either<DocumentWrite, DeadLetter> read =
        reading.read(
            message.topic() + "/" + message.partition() + "/" + message.offset(),
            message.key(),
            message.value(),
            revision == null || revision.value() == null
                ? null
                : new String(revision.value(), UTF_8),
            message.timestamp(),
            Instant.now());
    out.collect(read.isLeft() ? Either.Left(read.left()) : Either.Right(wire.encode(read.right())));
  }

  @Override
  public TypeInformation<Either<DocumentWrite, byte[]>> getProducedType() {
    return IndexTopology.READ;
  }
}
