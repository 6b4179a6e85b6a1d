package dev.kilde.connectors.kafka;

import dev.kilde.schemas.Topic;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * How to reach Kafka.
 *
 * @param bootstrapServers {@code host:port}, comma-separated
 * @param topicPrefix stands before every topic's name; may be empty
 * @param clientProperties for every client: TLS, SASL
 */
public record KafkaConnection(
    String bootstrapServers, String topicPrefix, Map<String, String> clientProperties)
    implements Serializable {

  private static final long serialVersionUID = 1;

  public KafkaConnection {
    clientProperties = new HashMap<>(clientProperties);
  }

  /** The topic's name on this cluster. */
  public String topic(Topic topic) {
    return topicPrefix + topic.topicName();
  }

  /** For a client of Kafka's own, bootstrap servers included. */
  public Properties properties() {
    Properties properties = new Properties();
    clientProperties.forEach(properties::setProperty);
    properties.setProperty("bootstrap.servers", bootstrapServers);
    return properties;
  }

  /** Without the clients' properties: there are passwords among them. */
  @Override
  public String toString() {
    return "Kafka at " + bootstrapServers;
  }
}
