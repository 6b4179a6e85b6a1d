package dev.kilde.local.demo;

import dev.kilde.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a read-committed consumer of the outputs has seen: the latest revision of each living
 * person, and how many dead letters. Polled by one thread.
 */
public final class OutputFeed implements AutoCloseable {

  private final Consumer<byte[], byte[]> consumer;
  private final String profiles;
  private final String deadLetters;
  private final Map<String, Long> revisions = new HashMap<>();
  private long letters;

  /** Reads both topics from their beginnings. */
  public OutputFeed(String bootstrapServers, String topicPrefix) {
    profiles = topicPrefix + Topic.PROFILES.topicName();
    deadLetters = topicPrefix + Topic.DEAD_LETTERS.topicName();
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", bootstrapServers);
    properties.setProperty("isolation.level", "read_committed");
    properties.setProperty("enable.auto.commit", "false");
    properties.setProperty("auto.offset.reset", "earliest");
    consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : List.of(profiles, deadLetters)) {
      consumer
          .partitionsFor(topic)
          .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Takes what has come, waiting at most so long for the first. */
  public void poll(Duration atMost) {
    for (ConsumerRecord<byte[], byte[]> message : consumer.poll(atMost)) {
      if (message.topic().equals(deadLetters)) {
        letters++;
      } else if (message.value() == null) {
        revisions.remove(key(message));
      } else {
        revisions.put(key(message), revision(message));
      }
    }
  }

  /** Whether everything committed so far has been taken. */
  public boolean isDrained() {
    return consumer.endOffsets(consumer.assignment()).entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /** The latest revision of each living person, by {@code tenant/profileId}. */
  public Map<String, Long> revisions() {
    return Map.copyOf(revisions);
  }

  /** Living people seen so far. */
  public int people() {
    return revisions.size();
  }

  /** Dead letters seen so far. */
  public long deadLetters() {
    return letters;
  }

  @Override
  public void close() {
    consumer.close();
  }

  private static String key(ConsumerRecord<byte[], byte[]> message) {
    return new String(message.key(), StandardCharsets.UTF_8);
  }

  private static long revision(ConsumerRecord<byte[], byte[]> message) {
    Header header = message.headers().lastHeader("revision");
    return Long.parseLong(new String(header.value(), StandardCharsets.UTF_8));
  }
}
