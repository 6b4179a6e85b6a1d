package dev.kilde.connectors.input;

import dev.kilde.schemas.Topic;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Flink's type information of a topic's record, such as a job's outputs: an atomic type in its wire
 * form, so never Kryo.
 *
 * @param <T> the topic's record
 */
public final class RecordTypeInfo<T extends SpecificRecord> extends TypeInformation<T> {

  private static final long serialVersionUID = 1L;

  private final Topic topic;
  private final Class<T> type;

  private RecordTypeInfo(Topic topic, Class<T> type) {
    this.topic = topic;
    this.type = type;
  }

  /**
   * The type of a topic.
   *
   * @param type the class of its record
   * @throws IllegalArgumentException if the topic carries another record
   */
  public static <T extends SpecificRecord> RecordTypeInfo<T> of(Topic topic, Class<T> type) {
    if (!topic.schema().equals(SpecificData.get().getSchema(type))) {
      throw new IllegalArgumentException(
          topic.topicName() + " carries " + topic.schema().getName() + ", not " + type.getName());
    }
    return new RecordTypeInfo<>(topic, type);
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<T> getTypeClass() {
    return type;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return new RecordSerializer<>(topic, type);
  }

  @Override
  public boolean canEqual(@Nullable Object other) {
    return other instanceof RecordTypeInfo<?>;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordTypeInfo<?> that && topic == that.topic;
  }

  @Override
  public int hashCode() {
    return topic.hashCode();
  }

  @Override
  public String toString() {
    return "Record of " + topic.topicName();
  }
}
