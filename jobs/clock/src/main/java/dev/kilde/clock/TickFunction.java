package dev.kilde.clock;

import dev.kilde.connectors.kafka.KafkaConnection;
import dev.kilde.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.jspecify.annotations.Nullable;

/**
 * Turns each beat into one tick for every partition of every input topic, all telling the same
 * instant. An input topic that does not exist fails the job with its name: event time of its
 * readers would stand still.
 */
final class TickFunction extends RichFlatMapFunction<Long, Tuple3<String, Integer, Long>> {

  private static final long serialVersionUID = 1;
  private static final long ADMIN_TIMEOUT_SECONDS = 30;

  private final KafkaConnection kafka;
  private final Duration refresh;

  private transient @Nullable Admin admin;
  private transient List<Tuple3<String, Integer, Long>> partitions = new ArrayList<>();
  private transient long refreshedAt;

  TickFunction(KafkaConnection kafka, Duration refresh) {
    this.kafka = kafka;
    this.refresh = refresh;
  }

  @Override
  public void open(OpenContext context) {
    admin = Admin.create(kafka.properties());
    partitions = List.of();
  }

  @Override
  public void flatMap(Long beat, Collector<Tuple3<String, Integer, Long>> out) throws Exception {
    long now = System.currentTimeMillis();
    if (partitions.isEmpty() || now - refreshedAt >= refresh.toMillis()) {
      partitions = partitions();
      refreshedAt = now;
    }
    for (Tuple3<String, Integer, Long> partition : partitions) {
      out.collect(Tuple3.of(partition.f0, partition.f1, now));
    }
  }

  @Override
  public void close() {
    if (admin != null) {
      admin.close(Duration.ofSeconds(ADMIN_TIMEOUT_SECONDS));
    }
  }

  private List<Tuple3<String, Integer, Long>> partitions() throws Exception {
    List<String> topics = Topic.inputs().stream().map(kafka::topic).toList();
    Map<String, TopicDescription> described =
        Objects.requireNonNull(admin, "not open")
            .describeTopics(topics)
            .allTopicNames()
            .get(ADMIN_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    List<Tuple3<String, Integer, Long>> found = new ArrayList<>();
    described.forEach(
        (topic, description) ->
            description
                .partitions()
                .forEach(partition -> found.add(Tuple3.of(topic, partition.partition(), 0L))));
    return found;
  }
}
