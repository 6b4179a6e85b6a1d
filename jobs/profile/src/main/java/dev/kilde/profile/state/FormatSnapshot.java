package dev.kilde.profile.state;

import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.FlinkException;
import org.apache.flink.util.InstantiationUtil;
import org.jspecify.annotations.Nullable;

/**
 * What a savepoint keeps of a {@link FormatSerializer}: the format's class and version. An older
 * version is migrated, a newer one than the code knows is refused.
 *
 * @param <T> the type
 */
public final class FormatSnapshot<T> implements TypeSerializerSnapshot<T> {

  private @Nullable Format<T> format;
  private int version;

  /** For Flink, which then calls {@link #readSnapshot}. */
  public FormatSnapshot() {}

  FormatSnapshot(Format<T> format) {
    this.format = format;
    this.version = format.version();
  }

  @Override
  public int getCurrentVersion() {
    return 1;
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    out.writeUTF(format().getClass().getName());
    out.writeInt(version);
  }

  @Override
  @SuppressWarnings("unchecked") // the class was written by the serializer of T
  public void readSnapshot(int snapshotVersion, DataInputView in, ClassLoader classLoader)
      throws IOException {
    String name = in.readUTF();
    version = in.readInt();
    try {
      format = InstantiationUtil.instantiate(name, Format.class, classLoader);
    } catch (FlinkException e) {
      throw new IOException("state was written by " + name + ", which cannot be made", e);
    }
  }

  @Override
  public TypeSerializer<T> restoreSerializer() {
    return new FormatSerializer<>(format(), version);
  }

  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> before) {
    if (!(before instanceof FormatSnapshot<T> that)
        || !that.format().getClass().equals(format().getClass())
        || that.version > version) {
      return TypeSerializerSchemaCompatibility.incompatible();
    }
    return that.version == version
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
  }

  private Format<T> format() {
    return Objects.requireNonNull(format, "read the snapshot first");
  }
}
