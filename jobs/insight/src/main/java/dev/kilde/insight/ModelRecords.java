package dev.kilde.insight;

import dev.kilde.connectors.kafka.RecordsOf;
import dev.kilde.schemas.record.Model;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A model as a message: key {@code tenant/kind}, so that compaction keeps the latest of each. */
final class ModelRecords extends RecordsOf<Model> {

  private static final long serialVersionUID = 1;

  ModelRecords(String topic) {
    super(topic);
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Model model, KafkaSinkContext context, @Nullable Long timestamp) {
    return new ProducerRecord<>(
        topic(),
        null,
        model.getOccurredAt().toEpochMilli(),
        (model.getTenant() + "/" + model.getKind()).getBytes(StandardCharsets.UTF_8),
        wire().encode(model));
  }
}
