package dev.kilde.local.demo;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Tells records from markers on a topic that is written in transactions. A commit or an abort takes
 * an offset of its own, which no reader ever gets and so no group ever commits: where one stands
 * last, the group looks behind for good. Used by one thread.
 */
final class BehindMarkers implements AutoCloseable {

  /** How long to look; a transaction that is still open hides the end and counts as records. */
  private static final Duration LOOK = Duration.ofMillis(400);

  private static final Duration POLL = Duration.ofMillis(50);

  private final Consumer<byte[], byte[]> consumer;

  BehindMarkers(String bootstrapServers) {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", bootstrapServers);
    properties.setProperty("isolation.level", "read_committed");
    properties.setProperty("enable.auto.commit", "false");
    properties.setProperty("fetch.max.wait.ms", "100");
    properties.setProperty("max.poll.records", "1");
    consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Whether a record stands in {@code [from, end)}, committed or not decided yet. */
  boolean records(TopicPartition partition, long from, long end) {
    if (from >= end) {
      return false;
    }
    consumer.assign(List.of(partition));
    consumer.seek(partition, from);
    long deadline = System.nanoTime() + LOOK.toNanos();
    while (consumer.position(partition) < end) {
      if (!consumer.poll(POLL).isEmpty() || System.nanoTime() > deadline) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
