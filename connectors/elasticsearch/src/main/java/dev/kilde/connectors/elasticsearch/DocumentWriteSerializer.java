package dev.kilde.connectors.elasticsearch;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Carries {@link DocumentWrite}s from operator to operator in their own binary form. */
public final class DocumentWriteSerializer extends TypeSerializerSingleton<DocumentWrite> {
  private static final long serialVersionUID = 1L;

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public DocumentWrite createInstance() {
    return DocumentWrite.delete("none", "none", null, 0);
  }

  @Override
  public DocumentWrite copy(DocumentWrite from) {
    return from;
  }

  @Override
  public DocumentWrite copy(DocumentWrite from, DocumentWrite reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(DocumentWrite write, DataOutputView target) throws IOException {
    DocumentWriteForm.write(write, target);
  }

  @Override
  public DocumentWrite deserialize(DataInputView source) throws IOException {
    return DocumentWriteForm.read(source);
  }

  @Override
  public DocumentWrite deserialize(DocumentWrite reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public TypeSerializerSnapshot<DocumentWrite> snapshotConfiguration() {
    return new Snapshot();
  }

  /** A change of the binary form is a new serialiser class with its own snapshot. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<DocumentWrite> {
    public Snapshot() {
      super(DocumentWriteSerializer::new);
    }
  }
}
