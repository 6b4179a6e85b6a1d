package dev.kilde.clock;

import dev.kilde.schemas.record.Tick;
import dev.kilde.schemas.wire.WireForm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A tick (topic, partition, epoch milliseconds) as a message of that partition. */
final class TickRecords implements KafkaRecordSerializationSchema<Tuple3<String, Integer, Long>> {

  /** Compacted topics take no message without a key. */
  static final byte[] KEY = "tick".getBytes(StandardCharsets.UTF_8);

  private static final long serialVersionUID = 1;

  private transient @Nullable WireForm wire;

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Tuple3<String, Integer, Long> tick, KafkaSinkContext context, @Nullable Long timestamp) {
    WireForm form = wire == null ? new WireForm() : wire;
    wire = form;
    return new ProducerRecord<>(
        tick.f0, tick.f1, tick.f2, KEY, form.encode(new Tick(Instant.ofEpochMilli(tick.f2))));
  }
}
