package dev.kilde.profile.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A serializer by {@link Format}. Values are immutable: a copy is the value itself.
 *
 * @param <T> the type
 */
public final class FormatSerializer<T> extends TypeSerializer<T> {

  private static final long serialVersionUID = 1;

  private final Format<T> format;
  private final int readVersion;

  public FormatSerializer(Format<T> format) {
    this(format, format.version());
  }

  /** Reads bytes of an older version, as a savepoint holds them. */
  FormatSerializer(Format<T> format, int readVersion) {
    this.format = format;
    this.readVersion = readVersion;
  }

  /** How a value is written. */
  public Format<T> format() {
    return format;
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public TypeSerializer<T> duplicate() {
    return new FormatSerializer<>(format.duplicate(), readVersion);
  }

  @Override
  public T createInstance() {
    throw new UnsupportedOperationException("values of " + format + " have no empty instance");
  }

  @Override
  public T copy(T from) {
    return from;
  }

  @Override
  public T copy(T from, T reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(T value, DataOutputView target) throws IOException {
    format.write(value, Format.on(target));
  }

  @Override
  public T deserialize(DataInputView source) throws IOException {
    return format.read(readVersion, Format.on(source));
  }

  @Override
  public T deserialize(T reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FormatSerializer<?> that
        && format.getClass().equals(that.format.getClass())
        && readVersion == that.readVersion;
  }

  @Override
  public int hashCode() {
    return format.getClass().hashCode();
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new FormatSnapshot<>(format);
  }
}
