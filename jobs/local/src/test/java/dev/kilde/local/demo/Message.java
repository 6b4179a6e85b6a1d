package dev.kilde.local.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A message as a read-committed consumer sees it.
 *
 * @param key in UTF-8
 * @param at its timestamp, milliseconds
 * @param revision of a profile, empty elsewhere
 * @param value in hexadecimal, empty of a tombstone
 */
record Message(String key, long at, String revision, String value) {

  /** Everything committed on a topic but ticks, messages of one key in order. */
  static List<Message> all(String bootstrapServers, String topic) {
    List<Message> messages = new ArrayList<>();
    Map<String, Object> options =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "isolation.level",
            "read_committed",
            "enable.auto.commit",
            "false");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(options, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> messages.add(of(record)));
      }
    }
    messages.removeIf(message -> message.key().equals("tick"));
    return messages;
  }

  /** The bytes of the value; none of a tombstone. */
  byte[] bytes() {
    return HexFormat.of().parseHex(value);
  }

  boolean isTombstone() {
    return value.isEmpty();
  }

  private static Message of(ConsumerRecord<byte[], byte[]> message) {
    Header revision = message.headers().lastHeader("revision");
    return new Message(
        new String(message.key(), StandardCharsets.UTF_8),
        message.timestamp(),
        revision == null ? "" : new String(revision.value(), StandardCharsets.UTF_8),
        message.value() == null ? "" : HexFormat.of().formatHex(message.value()));
  }
}
