package dev.kilde.connectors.kafka;

import dev.kilde.schemas.record.DeadLetter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A dead letter as a message: its source is the key, so that one place's letters stay in order. */
final class DeadLetterRecords extends RecordsOf<DeadLetter> {

  private static final long serialVersionUID = 1;

  DeadLetterRecords(String topic) {
    super(topic);
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      DeadLetter letter, KafkaSinkContext context, @Nullable Long timestamp) {
    return new ProducerRecord<>(
        topic(),
        null,
        letter.getAt().toEpochMilli(),
        letter.getSource().getBytes(StandardCharsets.UTF_8),
        wire().encode(letter));
  }
}
