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

/**
 * How far the profile job is behind on the input topics, and whether outputs are under way. Asked
 * by one thread.
 */
public final class InputLag implements AutoCloseable {

  /**
   * Outputs that are read, too: erasures go down the tiers by one, models come back by the other.
   */
  private static final List<Topic> LOOPS = List.of(Topic.PRIVACY, Topic.MODELS);

  private static final List<Topic> OUTPUTS =
      List.of(
          Topic.PROFILES,
          Topic.IDENTITY_CHANGES,
          Topic.EXPORTS,
          Topic.DEAD_LETTERS,
          Topic.PRIVACY,
          Topic.MODELS);

  private final Admin admin;
  private final BehindMarkers markers;
  private final String group;
  private final List<String> inputs;
  private final List<String> outputs;
  private final List<String> loops;

  /** Of the job with this consumer group. */
  public InputLag(String bootstrapServers, String topicPrefix, String group) {
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    this.markers = new BehindMarkers(bootstrapServers);
    this.group = group;
    this.inputs = Topic.inputs().stream().map(topic -> topicPrefix + topic.topicName()).toList();
    this.outputs = OUTPUTS.stream().map(topic -> topicPrefix + topic.topicName()).toList();
    this.loops = LOOPS.stream().map(topic -> topicPrefix + topic.topicName()).toList();
  }

  /**
   * Records that no completed checkpoint covers yet.
   *
   * <p>What the job asks of itself on {@code privacy} is written before the checkpoint completes
   * that covers what made it ask. So when nothing is behind, erasures have gone all their way.
   * Models may still come: the insight job waits for midnights.
   */
  public long records() throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(latest(inputs)).all().get();
    long lag = 0;
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> partition : ends.entrySet()) {
      OffsetAndMetadata read = committed.get(partition.getKey());
      long from = read == null ? 0 : read.offset();
      long end = partition.getValue().offset();
      if (!loops.contains(partition.getKey().topic())
          || markers.records(partition.getKey(), from, end)) {
        lag += end - from;
      }
    }
    return lag;
  }

  /** Whether some output holds records of a transaction that is still open. */
  public boolean transactionsOpen() throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> latest = latest(outputs);
    Map<TopicPartition, ListOffsetsResultInfo> written = admin.listOffsets(latest).all().get();
    Map<TopicPartition, ListOffsetsResultInfo> stable =
        admin
            .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
            .all()
            .get();
    return latest.keySet().stream()
        .anyMatch(partition -> offset(stable, partition) < offset(written, partition));
  }

  private Map<TopicPartition, OffsetSpec> latest(List<String> topics)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    admin
        .describeTopics(topics)
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
    return latest;
  }

  private static long offset(
      Map<TopicPartition, ListOffsetsResultInfo> ends, TopicPartition partition) {
    return Objects.requireNonNull(ends.get(partition)).offset();
  }

  @Override
  public void close() {
    markers.close();
    admin.close();
  }
}
