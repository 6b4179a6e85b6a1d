package dev.kilde.index;

import dev.kilde.schemas.Topic;
import java.io.Serializable;
import java.util.Map;

/**
 * How to reach Kafka.
 *
 * @param topicPrefix stands before every topic's name; may be empty
 * @param clientProperties for every client: TLS, SASL
 */
record KafkaOptions(
    String bootstrapServers,
    String topicPrefix,
    String groupId,
    Start start,
    Map<String, String> clientProperties)
    implements Serializable {

  /** Where a job begins that starts without a savepoint. */
  enum Start {
    /** Where the group left off, for a new group at the beginning. */
    COMMITTED,
    /** At the beginning: fills a new index. */
    EARLIEST
  }

  KafkaOptions {
    clientProperties = Map.copyOf(clientProperties);
  }

  String topic(Topic topic) {
    return topicPrefix + topic.topicName();
  }

  /** Without the values of the client's properties: there are passwords among them. */
  @Override
  public String toString() {
    return "Kafka at " + bootstrapServers + ", group " + groupId;
  }
}
