package dev.kilde.local.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A message as a read-committed consumer sees it; value in hexadecimal, empty of a tombstone. */
record Message(String key, String revision, String value) {

  /** Everything committed on a topic. */
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
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                message ->
                    messages.add(
                        new Message(
                            new String(message.key(), StandardCharsets.UTF_8),
                            new String(
                                message.headers().lastHeader("revision").value(),
                                StandardCharsets.UTF_8),
                            message.value() == null
                                ? ""
                                : HexFormat.of().formatHex(message.value()))));
      }
    }
    return messages;
  }
}
