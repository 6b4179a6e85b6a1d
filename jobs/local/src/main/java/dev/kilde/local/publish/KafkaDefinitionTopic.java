package dev.kilde.local.publish;

import dev.kilde.connectors.kafka.KafkaConnection;
import dev.kilde.schemas.InputDecoder;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Definition;
import dev.kilde.schemas.wire.WireForm;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The topic on a Kafka cluster. A publication is one transaction; its id, {@code
 * <topic>-publish-<tenant>}, is what is claimed. The key of a definition is {@code tenant/kind/id}:
 * the topic is compacted, so its latest version stays.
 */
final class KafkaDefinitionTopic implements DefinitionTopic {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final KafkaConnection kafka;
  private final Duration patience;
  private final String topic;
  private final WireForm wire = new WireForm();
  private final InputDecoder decoder = new InputDecoder();
  private @Nullable Producer<byte[], byte[]> producer;

  /**
   * Connects when it is first used.
   *
   * @param patience how long Kafka may be silent, at least a second
   */
  KafkaDefinitionTopic(KafkaConnection kafka, Duration patience) {
    this.kafka = kafka;
    this.patience = patience;
    this.topic = kafka.topic(Topic.DEFINITIONS);
  }

  @Override
  public void claim(String tenant) throws UnavailableTopicException {
    try {
      Producer<byte[], byte[]> claiming =
          new KafkaProducer<>(
              producing(tenant), new ByteArraySerializer(), new ByteArraySerializer());
      producer = claiming;
      claiming.initTransactions();
    } catch (KafkaException failure) {
      throw unavailable(failure);
    }
  }

  @Override
  public LatestDefinitions read(String tenant) throws UnavailableTopicException {
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            consuming(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(each -> new TopicPartition(topic, each.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw new UnavailableTopicException(
            kafka + " has no topic " + topic + "; create it compacted, or check --topic-prefix");
      }
      LatestDefinitions latest = new LatestDefinitions(tenant);
      readAll(consumer, partitions, latest);
      return latest;
    } catch (KafkaException failure) {
      throw unavailable(failure);
    }
  }

  private void readAll(
      Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, LatestDefinitions latest)
      throws UnavailableTopicException {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    long heard = System.nanoTime();
    long before = -1;
    while (true) {
      long position = 0;
      boolean finished = true;
      for (TopicPartition partition : partitions) {
        long at = consumer.position(partition);
        position += at;
        finished &= at >= Objects.requireNonNull(ends.get(partition));
      }
      if (finished) {
        return;
      }
      if (position > before) {
        before = position;
        heard = System.nanoTime();
      } else if (System.nanoTime() - heard > patience.toNanos()) {
        throw silent(null);
      }
      for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
        take(message, latest);
      }
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> message, LatestDefinitions latest) {
    byte[] value = message.value();
    if (value == null) {
      latest.passOver();
      return;
    }
    try {
      SpecificRecord record =
          decoder.wire(Topic.DEFINITIONS, value, Instant.ofEpochMilli(message.timestamp()));
      // The rest are the clock's ticks.
      if (record instanceof Definition definition) {
        latest.add(definition);
      }
    } catch (RejectedException e) {
      latest.passOver();
    }
  }

  @Override
  public void publish(List<Definition> records) throws UnavailableTopicException {
    Producer<byte[], byte[]> claimed = producer;
    if (claimed == null) {
      throw new IllegalStateException("claim the tenant first");
    }
    try {
      claimed.beginTransaction();
      for (Definition record : records) {
        // What goes wrong with one of them, the commit tells.
        Future<RecordMetadata> unused = claimed.send(message(record));
      }
      claimed.flush();
    } catch (KafkaException failure) {
      abort(claimed, failure);
      throw unavailable(failure);
    }
    try {
      claimed.commitTransaction();
    } catch (TimeoutException | InterruptException unknown) {
      throw new UnavailableTopicException(
          kafka
              + " did not say whether it has taken the definitions; publish again: what it has"
              + " taken is unchanged then",
          unknown);
    } catch (KafkaException failure) {
      abort(claimed, failure);
      throw unavailable(failure);
    }
  }

  private ProducerRecord<byte[], byte[]> message(Definition record) {
    String key = record.getTenant() + "/" + record.getKind() + "/" + record.getId();
    return new ProducerRecord<>(
        topic,
        null,
        record.getOccurredAt().toEpochMilli(),
        key.getBytes(StandardCharsets.UTF_8),
        wire.encode(record));
  }

  /** Spares readers the wait until the transaction times out; it would never be committed. */
  private static void abort(Producer<byte[], byte[]> claimed, KafkaException failure) {
    try {
      claimed.abortTransaction();
    } catch (KafkaException again) {
      failure.addSuppressed(again);
    }
  }

  @Override
  public void close() {
    Producer<byte[], byte[]> open = producer;
    if (open != null) {
      open.close(CLOSING);
    }
  }

  private Properties producing(String tenant) {
    Properties properties = common("kilde-publish");
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic + "-publish-" + tenant);
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, "0");
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis());
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis());
    return properties;
  }

  private Properties consuming() {
    Properties properties = common("kilde-publish-reading");
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // A misspelt topic is an error, not a new topic.
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis());
    return properties;
  }

  private Properties common(String clientId) {
    Properties properties = kafka.properties();
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
    properties.put(
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Long.toString(patience.toMillis() / 2));
    return properties;
  }

  private String millis() {
    return Long.toString(patience.toMillis());
  }

  private UnavailableTopicException unavailable(KafkaException failure) {
    Throwable reason = failure;
    while (true) {
      if (reason instanceof ProducerFencedException
          || reason instanceof InvalidProducerEpochException) {
        return new UnavailableTopicException(
            "nothing was published: another publication of the same tenant has begun since; wait"
                + " for it, then publish again",
            failure);
      }
      if (reason.getCause() == null) {
        break;
      }
      reason = reason.getCause();
    }
    if (reason instanceof TimeoutException) {
      return silent(failure);
    }
    String words = String.valueOf(reason.getMessage()).strip().replaceAll("\\s+", " ");
    return new UnavailableTopicException(
        kafka + " cannot be used: " + words + "; check --bootstrap-servers and --kafka-config",
        failure);
  }

  private UnavailableTopicException silent(@Nullable KafkaException failure) {
    String message =
        "%s did not answer within %d s; check --bootstrap-servers and --kafka-config"
            .formatted(kafka, patience.toSeconds());
    return failure == null
        ? new UnavailableTopicException(message)
        : new UnavailableTopicException(message, failure);
  }
}
