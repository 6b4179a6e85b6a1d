package dev.kilde.local.runtime;

import dev.kilde.schemas.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics of the contract on one broker.
 *
 * @param prefix stands before every name; empty for none
 * @param partitions of every topic, at least 1
 */
public record Topics(String prefix, int partitions) {

  /** Where only the latest record of a key counts. */
  private static final Set<Topic> COMPACTED =
      Set.of(Topic.PROFILES, Topic.DEFINITIONS, Topic.MODELS);

  /** Senders read the triggers of their channel. */
  private static final List<String> CHANNELS =
      List.of("email", "sms", "push", "ads", "pos", "webhook");

  /** Room for what is over the contract's limit of 1 MiB and becomes a dead letter. */
  private static final int LARGEST_MESSAGE_BYTES = 4 * 1024 * 1024;

  /** All inputs and outputs, with their settings. */
  public List<NewTopic> all() {
    List<NewTopic> topics = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      if (topic == Topic.TRIGGERS) {
        CHANNELS.forEach(channel -> topics.add(of(topic, topic.topicName() + "-" + channel)));
      } else {
        topics.add(of(topic, topic.topicName()));
      }
    }
    return topics;
  }

  /**
   * Creates those that are not there yet and returns when they can be used.
   *
   * @param bootstrapServers the broker's address
   * @throws LocalServerException if the broker refuses one
   * @throws InterruptedException if the thread is told to hurry
   */
  public void create(String bootstrapServers) throws InterruptedException {
    Map<String, Object> properties =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    try (Admin admin = Admin.create(properties)) {
      CreateTopicsResult result = admin.createTopics(all());
      for (Map.Entry<String, KafkaFuture<Void>> topic : result.values().entrySet()) {
        await(topic.getKey(), topic.getValue());
      }
    }
  }

  private static void await(String name, KafkaFuture<Void> created) throws InterruptedException {
    try {
      created.get();
    } catch (ExecutionException refused) {
      if (!(refused.getCause() instanceof TopicExistsException)) {
        throw new LocalServerException(
            "Topic %s cannot be created: %s".formatted(name, refused.getCause()), refused);
      }
    }
  }

  private NewTopic of(Topic topic, String name) {
    Map<String, String> settings = new HashMap<>();
    // Records carry the time of what happened, which may be years ago: by Kafka's default they
    // would be deleted within minutes.
    settings.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
    settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_MESSAGE_BYTES));
    if (COMPACTED.contains(topic)) {
      settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }
    return new NewTopic(prefix + name, partitions, (short) 1).configs(settings);
  }
}
