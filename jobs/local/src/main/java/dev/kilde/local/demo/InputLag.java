package dev.kilde.local.demo;

import dev.kilde.schemas.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** How far the profile job is behind on the input topics, and whether outputs are under way. */
public final class InputLag implements AutoCloseable {

  private final Admin admin;
  private final String group;
  private final List<String> inputs;

  /** Of the job with this consumer group. */
  public InputLag(String bootstrapServers, String topicPrefix, String group) {
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    this.group = group;
    this.inputs = Topic.inputs().stream().map(topic -> topicPrefix + topic.topicName()).toList();
  }

  /** Records that no completed checkpoint covers yet. */
  public long records() throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    admin
        .describeTopics(inputs)
        .allTopicNames()
        .get()
        .forEach(
            (topic, described) ->
                described
                    .partitions()
                    .forEach(
                        partition ->
                            latest.put(
                                new TopicPartition(topic, partition.partition()),
                                OffsetSpec.latest())));
    long lag = 0;
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
        admin.listOffsets(latest).all().get().entrySet()) {
      OffsetAndMetadata read = committed.get(end.getKey());
      lag += end.getValue().offset() - (read == null ? 0 : read.offset());
    }
    return lag;
  }

  /** Whether some partition holds records of a transaction that is still open. */
  public boolean transactionsOpen(List<TopicPartition> outputs)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    outputs.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, ListOffsetsResultInfo> written = admin.listOffsets(latest).all().get();
    Map<TopicPartition, ListOffsetsResultInfo> stable =
        admin
            .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
            .all()
            .get();
    return outputs.stream()
        .anyMatch(partition -> offset(stable, partition) < offset(written, partition));
  }

  private static long offset(
      Map<TopicPartition, ListOffsetsResultInfo> ends, TopicPartition partition) {
    return Objects.requireNonNull(ends.get(partition)).offset();
  }

  @Override
  public void close() {
    admin.close();
  }
}
