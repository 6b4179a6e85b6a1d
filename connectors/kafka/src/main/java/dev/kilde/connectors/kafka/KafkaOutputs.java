package dev.kilde.connectors.kafka;

import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import java.time.Duration;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Output topics as sinks. */
public final class KafkaOutputs {

  /**
   * Brokers allow 15 minutes by default; a job down for longer loses its open transaction's
   * records.
   */
  public static final Duration TRANSACTION_TIMEOUT = Duration.ofMinutes(15);

  /**
   * The largest message a producer sends, where the clients' properties say nothing: a dead letter
   * of an input of 1 MiB is larger than Kafka's own default, and must not stop the job. The topics
   * must take it, too ({@code max.message.bytes}).
   */
  static final int MOST_BYTES = 4 << 20;

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
            .setKafkaProducerConfig(producer(kafka, delivery))
            .setBootstrapServers(kafka.bootstrapServers())
            .setDeliveryGuarantee(delivery.guarantee())
            .setRecordSerializer(records);
    if (delivery.guarantee() == DeliveryGuarantee.EXACTLY_ONCE) {
      sink.setTransactionalIdPrefix(kafka.topicPrefix() + transactionalIdPrefix)
          .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING);
    }
    return sink.build();
  }

  /** The producers' properties. */
  static Properties producer(KafkaConnection kafka, Delivery delivery) {
    Properties properties = kafka.properties();
    properties.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(MOST_BYTES));
    if (delivery.guarantee() == DeliveryGuarantee.EXACTLY_ONCE) {
      properties.setProperty(
          ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Long.toString(TRANSACTION_TIMEOUT.toMillis()));
    }
    return properties;
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
