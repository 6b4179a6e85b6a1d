package dev.kilde.connectors.input;

import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.wire.WireForm;
import java.io.IOException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Writes a topic's record between operators: its length (int), then its wire form. Records are not
 * changed once they are emitted, so {@code copy} returns the instance it was given.
 *
 * @param <T> the topic's record
 */
public final class RecordSerializer<T extends SpecificRecord> extends TypeSerializer<T> {

  private static final long serialVersionUID = 1L;

  private final Topic topic;
  private final Class<T> type;

  /** Not thread-safe, as the wire form reuses its buffers; Flink duplicates it for each thread. */
  private transient @Nullable WireForm wire;

  RecordSerializer(Topic topic, Class<T> type) {
    this.topic = topic;
    this.type = type;
  }

  Topic topic() {
    return topic;
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public TypeSerializer<T> duplicate() {
    return new RecordSerializer<>(topic, type);
  }

  @Override
  public T createInstance() {
    return type.cast(SpecificData.newInstance(type, topic.schema()));
  }

  @Override
  public T copy(T from) {
    return from;
  }

  @Override
  public T copy(T from, T reuse) {
    return from;
  }

  /** -1: the length varies. */
  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(T record, DataOutputView target) throws IOException {
    byte[] bytes = wire().encode(record);
    target.writeInt(bytes.length);
    target.write(bytes);
  }

  @Override
  public T deserialize(DataInputView source) throws IOException {
    byte[] bytes = bytes(source);
    try {
      return type.cast(wire().decode(topic, bytes));
    } catch (RejectedException rejected) {
      throw new IOException(
          "a record of " + topic.topicName() + " written by this job cannot be read back",
          rejected);
    }
  }

  @Override
  public T deserialize(T reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    byte[] bytes = bytes(source);
    target.writeInt(bytes.length);
    target.write(bytes);
  }

  private static byte[] bytes(DataInputView source) throws IOException {
    byte[] bytes = new byte[source.readInt()];
    source.readFully(bytes);
    return bytes;
  }

  private WireForm wire() {
    WireForm made = wire;
    if (made == null) {
      made = new WireForm();
      wire = made;
    }
    return made;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordSerializer<?> that && topic == that.topic;
  }

  @Override
  public int hashCode() {
    return topic.hashCode();
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new RecordSerializerSnapshot<>(topic, type);
  }
}
