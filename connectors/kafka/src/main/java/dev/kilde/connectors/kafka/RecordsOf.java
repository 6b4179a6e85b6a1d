package dev.kilde.connectors.kafka;

import dev.kilde.schemas.wire.WireForm;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.jspecify.annotations.Nullable;

/**
 * Makes the messages of one topic, which it names: pooled transactions are found again by it.
 *
 * @param <T> what becomes a message
 */
public abstract class RecordsOf<T>
    implements KafkaRecordSerializationSchema<T>, KafkaDatasetFacetProvider {

  private static final long serialVersionUID = 1;

  private final String topic;
  private transient @Nullable WireForm wire;

  /** Messages of the topic of this name on the cluster. */
  protected RecordsOf(String topic) {
    this.topic = topic;
  }

  /** The topic's name on the cluster. */
  protected final String topic() {
    return topic;
  }

  /** Encodes records; for the sink's own thread. */
  protected final WireForm wire() {
    WireForm ready = wire;
    if (ready == null) {
      ready = new WireForm();
      wire = ready;
    }
    return ready;
  }

  @Override
  public final Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return Optional.of(
        new DefaultKafkaDatasetFacet(
            DefaultKafkaDatasetIdentifier.ofTopics(List.of(topic)), new Properties()));
  }
}
