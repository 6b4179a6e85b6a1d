package dev.kilde.connectors.kafka;

import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.wire.WireForm;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A dead letter as a message: its source is the key, so that one place's letters stay in order. */
final class DeadLetterRecords implements KafkaRecordSerializationSchema<DeadLetter> {

  private static final long serialVersionUID = 1;

  private final String topic;
  private transient @Nullable WireForm wire;

  DeadLetterRecords(String topic) {
    this.topic = topic;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      DeadLetter letter, KafkaSinkContext context, @Nullable Long timestamp) {
    WireForm form = wire == null ? new WireForm() : wire;
    wire = form;
    return new ProducerRecord<>(
        topic,
        null,
        letter.getAt().toEpochMilli(),
        letter.getSource().getBytes(StandardCharsets.UTF_8),
        form.encode(letter));
  }
}
