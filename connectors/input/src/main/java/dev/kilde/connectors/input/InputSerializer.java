package dev.kilde.connectors.input;

import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.wire.WireForm;
import java.io.IOException;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Writes an {@link Input} between operators as its wire form, so a reader of a later version
 * resolves an earlier writer's bytes.
 *
 * <pre>
 * record       1 | topic name (modified UTF-8) | source (modified UTF-8) | length (int) | wire form
 * dead letter  2 | length (int) | wire form
 * tick         3 | epoch milliseconds (long)
 * </pre>
 *
 * <p>Inputs are immutable by convention, so {@code copy} returns the instance it was given.
 */
public final class InputSerializer extends TypeSerializer<Input> {

  private static final long serialVersionUID = 1L;

  private static final int RECORD = 1;
  private static final int DEAD_LETTER = 2;
  private static final int TICK = 3;

  /** Not thread-safe, as the wire form reuses its buffers; Flink duplicates it for each thread. */
  private transient @Nullable WireForm wire;

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public TypeSerializer<Input> duplicate() {
    return new InputSerializer();
  }

  @Override
  public Input createInstance() {
    return Input.tick(Instant.EPOCH);
  }

  @Override
  public Input copy(Input from) {
    return from;
  }

  @Override
  public Input copy(Input from, Input reuse) {
    return from;
  }

  /** -1: the length varies. */
  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(Input input, DataOutputView target) throws IOException {
    switch (input.kind()) {
      case RECORD -> {
        target.writeByte(RECORD);
        target.writeUTF(input.topic().topicName());
        target.writeUTF(input.source());
        writeWire(input.record(), target);
      }
      case DEAD_LETTER -> {
        target.writeByte(DEAD_LETTER);
        writeWire(input.deadLetter(), target);
      }
      case TICK -> {
        target.writeByte(TICK);
        target.writeLong(input.tick().toEpochMilli());
      }
    }
  }

  @Override
  public Input deserialize(DataInputView source) throws IOException {
    int kind = source.readByte();
    return switch (kind) {
      case RECORD -> {
        Topic topic = topic(source.readUTF());
        String place = source.readUTF();
        yield Input.record(topic, readWire(topic, source), place);
      }
      case DEAD_LETTER -> Input.rejected((DeadLetter) readWire(Topic.DEAD_LETTERS, source));
      case TICK -> Input.tick(Instant.ofEpochMilli(source.readLong()));
      default -> throw new IOException("not a serialized Input: it starts with " + kind);
    };
  }

  @Override
  public Input deserialize(Input reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    int kind = source.readByte();
    target.writeByte(kind);
    switch (kind) {
      case RECORD -> {
        target.writeUTF(source.readUTF());
        target.writeUTF(source.readUTF());
        copyWire(source, target);
      }
      case DEAD_LETTER -> copyWire(source, target);
      case TICK -> target.writeLong(source.readLong());
      default -> throw new IOException("not a serialized Input: it starts with " + kind);
    }
  }

  private void writeWire(SpecificRecord record, DataOutputView target) throws IOException {
    byte[] bytes = wire().encode(record);
    target.writeInt(bytes.length);
    target.write(bytes);
  }

  private SpecificRecord readWire(Topic topic, DataInputView source) throws IOException {
    byte[] bytes = new byte[source.readInt()];
    source.readFully(bytes);
    try {
      return wire().decode(topic, bytes);
    } catch (RejectedException rejected) {
      throw new IOException(
          "a record of " + topic.topicName() + " written by this job cannot be read back",
          rejected);
    }
  }

  private WireForm wire() {
    WireForm made = wire;
    if (made == null) {
      made = new WireForm();
      wire = made;
    }
    return made;
  }

  private static void copyWire(DataInputView source, DataOutputView target) throws IOException {
    int length = source.readInt();
    byte[] bytes = new byte[length];
    source.readFully(bytes);
    target.writeInt(length);
    target.write(bytes);
  }

  private static Topic topic(String name) throws IOException {
    return Topic.named(name)
        .orElseThrow(() -> new IOException("a serialized Input names an unknown topic: " + name));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InputSerializer;
  }

  @Override
  public int hashCode() {
    return InputSerializer.class.hashCode();
  }

  @Override
  public TypeSerializerSnapshot<Input> snapshotConfiguration() {
    return new InputSerializerSnapshot();
  }
}
