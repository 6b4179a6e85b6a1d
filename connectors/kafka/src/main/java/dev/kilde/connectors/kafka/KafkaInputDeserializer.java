package dev.kilde.connectors.kafka;

import dev.kilde.connectors.input.DeadLetters;
import dev.kilde.connectors.input.Input;
import dev.kilde.connectors.input.InputTypeInfo;
import dev.kilde.schemas.InputDecoder;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Tick;
import dev.kilde.schemas.wire.WriterSchemas;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A message's bytes to a record, a tick, or a dead letter with the bytes and the reason: no message
 * stops the job.
 *
 * <p>Only an unreachable schema registry is an error: the job fails and tries again, for the
 * message may be perfectly good.
 */
final class KafkaInputDeserializer implements KafkaRecordDeserializationSchema<Input> {

  static final String STAGE = "decode";

  private static final long serialVersionUID = 1;

  private final String topicPrefix;
  private final @Nullable RegistryConnection registry;
  private transient @Nullable InputDecoder decoder;

  KafkaInputDeserializer(String topicPrefix, @Nullable RegistryConnection registry) {
    this.topicPrefix = topicPrefix;
    this.registry = registry;
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Input> out) {
    out.collect(read(message));
  }

  private Input read(ConsumerRecord<byte[], byte[]> message) {
    String source = message.topic() + "/" + message.partition() + "/" + message.offset();
    Instant written = Instant.ofEpochMilli(message.timestamp());
    byte[] value = message.value();
    if (value == null) {
      Rejection nothing =
          new Rejection(Rejection.Reason.NOT_AVRO, "the message has no value: write a record");
      return Input.rejected(DeadLetters.letter(source, STAGE, nothing, new byte[0], written));
    }
    try {
      Topic topic = topic(message.topic());
      SpecificRecord record = decoder().wire(topic, value, written);
      return record instanceof Tick tick
          ? Input.tick(tick.getAt())
          : Input.record(topic, record, source);
    } catch (RejectedException e) {
      return Input.rejected(DeadLetters.letter(source, STAGE, e.rejection(), value, written));
    }
  }

  private Topic topic(String name) {
    return Topic.named(name.substring(topicPrefix.length()))
        .orElseThrow(() -> new IllegalStateException("subscribed to an unknown topic " + name));
  }

  private InputDecoder decoder() {
    InputDecoder ready = decoder;
    if (ready == null) {
      WriterSchemas schemas = registry == null ? WriterSchemas.none() : registry.open();
      ready = new InputDecoder(schemas);
      decoder = ready;
    }
    return ready;
  }

  @Override
  public TypeInformation<Input> getProducedType() {
    return InputTypeInfo.INSTANCE;
  }
}
