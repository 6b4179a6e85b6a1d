package dev.kilde.connectors.input;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a savepoint remembers of {@link InputSerializer}: the version of its framing. The records
 * inside carry the fingerprint of their own schema, so a change of a record needs no new version
 * here.
 */
public final class InputSerializerSnapshot implements TypeSerializerSnapshot<Input> {

  private static final int VERSION = 1;

  /** Flink creates snapshots by this constructor when it restores. */
  public InputSerializerSnapshot() {}

  @Override
  public int getCurrentVersion() {
    return VERSION;
  }

  @Override
  public void writeSnapshot(DataOutputView target) {}

  /**
   * Nothing to read in version 1.
   *
   * @throws IOException if a later version of Kilde wrote the savepoint
   */
  @Override
  public void readSnapshot(int version, DataInputView source, ClassLoader classLoader)
      throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "inputs in this savepoint have version "
              + version
              + ", this program reads version "
              + VERSION
              + ": restore with the version of Kilde that wrote it, or a later one");
    }
  }

  @Override
  public TypeSerializer<Input> restoreSerializer() {
    return new InputSerializer();
  }

  @Override
  public TypeSerializerSchemaCompatibility<Input> resolveSchemaCompatibility(
      TypeSerializerSnapshot<Input> old) {
    return old instanceof InputSerializerSnapshot
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.incompatible();
  }
}
