package dev.kilde.profile.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class FormatSnapshotTest {

  /** A name, from version 2 with a nickname. */
  record Named(String name, String nickname) {}

  /** A released format and its later self: in a savepoint both go by one class name. */
  public static final class NamedFormat implements Format<Named> {

    private static final long serialVersionUID = 1;

    private final int version;

    /** For the snapshot: the newest. */
    public NamedFormat() {
      this(2);
    }

    NamedFormat(int version) {
      this.version = version;
    }

    @Override
    public int version() {
      return version;
    }

    @Override
    public void write(Named value, StateWriter out) throws IOException {
      out.text(value.name());
      if (version > 1) {
        out.text(value.nickname());
      }
    }

    @Override
    public Named read(int readVersion, StateReader in) throws IOException {
      return new Named(in.text(), readVersion > 1 ? in.text() : "none");
    }
  }

  /** Another format. */
  public static final class OtherFormat implements Format<Named> {

    private static final long serialVersionUID = 1;

    @Override
    public int version() {
      return 2;
    }

    @Override
    public void write(Named value, StateWriter out) {}

    @Override
    public Named read(int readVersion, StateReader in) {
      return new Named("", "");
    }
  }

  private final TypeSerializer<Named> before = new FormatSerializer<>(new NamedFormat(1));
  private final TypeSerializer<Named> now = new FormatSerializer<>(new NamedFormat(2));

  @Test
  void theSameVersionIsReadAsItIs() throws IOException {
    assertThat(resolve(now, restored(now)).isCompatibleAsIs()).isTrue();
  }

  @Test
  void anOlderVersionIsMigrated() throws IOException {
    TypeSerializerSnapshot<Named> old = restored(before);
    assertThat(resolve(now, old).isCompatibleAfterMigration()).isTrue();

    byte[] kept = write(before, new Named("Anna", "never written"));
    Named migrated = old.restoreSerializer().deserialize(new DataInputDeserializer(kept));
    assertThat(migrated).isEqualTo(new Named("Anna", "none"));
    byte[] rewritten = write(now, migrated);
    assertThat(now.deserialize(new DataInputDeserializer(rewritten))).isEqualTo(migrated);
  }

  @Test
  void aNewerVersionIsRefused() throws IOException {
    assertThat(resolve(before, restored(now)).isIncompatible()).isTrue();
  }

  @Test
  void anotherFormatIsRefused() throws IOException {
    assertThat(resolve(now, restored(new FormatSerializer<>(new OtherFormat()))).isIncompatible())
        .isTrue();
  }

  @Test
  void aFormatThatIsGoneIsNamed() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    out.writeUTF("dev.kilde.Gone");
    out.writeInt(1);
    assertThatThrownBy(
            () ->
                new FormatSnapshot<Named>()
                    .readSnapshot(
                        1,
                        new DataInputDeserializer(out.getCopyOfBuffer()),
                        getClass().getClassLoader()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("dev.kilde.Gone");
  }

  private static TypeSerializerSchemaCompatibility<Named> resolve(
      TypeSerializer<Named> code, TypeSerializerSnapshot<Named> savepoint) {
    return code.snapshotConfiguration().resolveSchemaCompatibility(savepoint);
  }

  /** The snapshot as it comes back from a savepoint. */
  private static TypeSerializerSnapshot<Named> restored(TypeSerializer<Named> serializer)
      throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot<Named> snapshot = serializer.snapshotConfiguration();
    snapshot.writeSnapshot(out);
    TypeSerializerSnapshot<Named> read = new FormatSnapshot<>();
    read.readSnapshot(
        snapshot.getCurrentVersion(),
        new DataInputDeserializer(out.getCopyOfBuffer()),
        FormatSnapshotTest.class.getClassLoader());
    return read;
  }

  private static byte[] write(TypeSerializer<Named> serializer, Named value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }
}
