package dev.kilde.connectors.kafka;

import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import java.time.Duration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;

/** Output topics as sinks. */
public final class KafkaOutputs {

  /**
   * Brokers allow 15 minutes by default; a job down for longer loses its open transaction's
   * records.
   */
  public static final Duration TRANSACTION_TIMEOUT = Duration.ofMinutes(15);

  private KafkaOutputs() {}

  /**
   * A sink of one topic.
   *
   * @param transactionalIdPrefix unique among all jobs of the cluster and stable over restarts
   */
  public static <T> KafkaSink<T> sink(
      KafkaConnection kafka,
      Delivery delivery,
      String transactionalIdPrefix,
      KafkaRecordSerializationSchema<T> records) {
    KafkaSinkBuilder<T> sink =
        KafkaSink.<T>builder()
            .setKafkaProducerConfig(kafka.properties())
            .setBootstrapServers(kafka.bootstrapServers())
            .setDeliveryGuarantee(delivery.guarantee())
            .setRecordSerializer(records);
    if (delivery.guarantee() == DeliveryGuarantee.EXACTLY_ONCE) {
      sink.setTransactionalIdPrefix(kafka.topicPrefix() + transactionalIdPrefix)
          .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
          .setProperty("transaction.timeout.ms", Long.toString(TRANSACTION_TIMEOUT.toMillis()));
    }
    return sink.build();
  }

  /** Topic {@code dead-letters}. */
  public static KafkaSink<DeadLetter> deadLetters(
      KafkaConnection kafka, Delivery delivery, String transactionalIdPrefix) {
    return sink(
        kafka,
        delivery,
        transactionalIdPrefix,
        new DeadLetterRecords(kafka.topic(Topic.DEAD_LETTERS)));
  }
}
