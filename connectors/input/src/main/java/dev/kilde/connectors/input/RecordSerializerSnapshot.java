package dev.kilde.connectors.input;

import dev.kilde.schemas.Topic;
import java.io.IOException;
import java.util.Objects;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * What a savepoint remembers of a {@link RecordSerializer}: the topic's name. Records carry the
 * fingerprint of the schema that wrote them, so schemas may evolve without a new version here.
 *
 * @param <T> the topic's record
 */
public final class RecordSerializerSnapshot<T extends SpecificRecord>
    implements TypeSerializerSnapshot<T> {

  private static final int VERSION = 1;

  private @Nullable Topic topic;
  private @Nullable Class<T> type;

  /** Flink creates snapshots by this constructor when it restores, then reads them. */
  public RecordSerializerSnapshot() {}

  RecordSerializerSnapshot(Topic topic, Class<T> type) {
    this.topic = topic;
    this.type = type;
  }

  @Override
  public int getCurrentVersion() {
    return VERSION;
  }

  @Override
  public void writeSnapshot(DataOutputView target) throws IOException {
    target.writeUTF(Objects.requireNonNull(topic).topicName());
  }

  /**
   * Reads the topic.
   *
   * @throws IOException if a later version of Kilde wrote the savepoint
   */
  @Override
  public void readSnapshot(int version, DataInputView source, ClassLoader classLoader)
      throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "records in this savepoint have version "
              + version
              + ", this program reads version "
              + VERSION
              + ": restore with the version of Kilde that wrote it, or a later one");
    }
    String name = source.readUTF();
    Topic named =
        Topic.named(name)
            .orElseThrow(() -> new IOException("the savepoint holds an unknown topic: " + name));
    topic = named;
    type = recordClass(named);
  }

  @SuppressWarnings("unchecked") // The generated class of the topic's schema is its record.
  private Class<T> recordClass(Topic named) {
    return (Class<T>) SpecificData.getForSchema(named.schema()).getClass(named.schema());
  }

  @Override
  public TypeSerializer<T> restoreSerializer() {
    return new RecordSerializer<>(Objects.requireNonNull(topic), Objects.requireNonNull(type));
  }

  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> old) {
    return old instanceof RecordSerializerSnapshot<T> that && that.topic == topic
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.incompatible();
  }
}
