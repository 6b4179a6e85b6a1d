package dev.kilde.insight;

import dev.kilde.connectors.input.DeadLetters;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.record.DeadLetter;
import java.time.Instant;
import java.util.Objects;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A message of topic {@code profiles} to news of a buyer, or a dead letter: none stops the job. */
final class BuyerDeserializer
    implements KafkaRecordDeserializationSchema<Either<BuyerNews, DeadLetter>> {

  /** The stage named in dead letters. */
  static final String STAGE = "insight";

  private static final long serialVersionUID = 1;

  private transient @Nullable BuyerReading reading;

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    reading = new BuyerReading();
  }

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> message, Collector<Either<BuyerNews, DeadLetter>> out) {
    try {
      out.collect(
          Either.Left(
              Objects.requireNonNull(reading)
                  .read(message.key(), message.value(), message.timestamp())));
    } catch (RejectedException e) {
      out.collect(Either.Right(letter(message, e)));
    }
  }

  private static DeadLetter letter(
      ConsumerRecord<byte[], byte[]> message, RejectedException rejected) {
    byte[] value = message.value();
    byte[] key = message.key();
    return DeadLetters.letter(
        message.topic() + "/" + message.partition() + "/" + message.offset(),
        STAGE,
        rejected.rejection(),
        value != null ? value : key != null ? key : new byte[0],
        Instant.ofEpochMilli(message.timestamp()));
  }

  @Override
  public TypeInformation<Either<BuyerNews, DeadLetter>> getProducedType() {
    return InsightTopology.READ;
  }
}
