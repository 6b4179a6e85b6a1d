package dev.kilde.local.publish;

import dev.kilde.connectors.kafka.KafkaConnection;
import dev.kilde.schemas.RejectedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Publishes a segment for {@code acme}, but dawdles between reading and sending. */
public final class OvertakenPublisher {

  private OvertakenPublisher() {}

  /**
   * Publishes.
   *
   * @param meanwhile what others do between reading and sending
   * @return why nothing was published, or {@code published}
   */
  public static String publish(String bootstrapServers, String topicPrefix, Runnable meanwhile)
      throws RejectedException {
    KafkaConnection kafka = new KafkaConnection(bootstrapServers, topicPrefix, Map.of());
    DefinitionVersion version =
        new DefinitionVersion(new DefinitionName("segment", "overtaken"), 1, "yaml");
    try (DefinitionTopic topic = new KafkaDefinitionTopic(kafka, Duration.ofSeconds(20))) {
      topic.claim("acme");
      LatestDefinitions unused = topic.read("acme");
      meanwhile.run();
      topic.publish(List.of(Publication.of("acme", Instant.EPOCH, null).record(version)));
      return "published";
    } catch (UnavailableTopicException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
