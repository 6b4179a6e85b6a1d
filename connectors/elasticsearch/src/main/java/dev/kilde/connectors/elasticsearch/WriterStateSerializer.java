package dev.kilde.connectors.elasticsearch;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;

/** The writes not yet sent, as they stand in checkpoints and savepoints. */
final class WriterStateSerializer extends AsyncSinkWriterStateSerializer<DocumentWrite> {

  @Override
  public int getVersion() {
    return DocumentWriteForm.VERSION;
  }

  @Override
  public BufferedRequestState<DocumentWrite> deserialize(int version, byte[] serialized)
      throws IOException {
    if (version != DocumentWriteForm.VERSION) {
      throw new IOException(
          "The Elasticsearch sink's state is of version "
              + version
              + ", this job reads version "
              + DocumentWriteForm.VERSION
              + ". Start the job that wrote it, stop it with a savepoint once its buffer is empty,"
              + " then start this one.");
    }
    return super.deserialize(version, serialized);
  }

  @Override
  protected void serializeRequestToStream(DocumentWrite write, DataOutputStream out)
      throws IOException {
    DocumentWriteForm.write(write, out);
  }

  @Override
  protected DocumentWrite deserializeRequestFromStream(long requestSize, DataInputStream in)
      throws IOException {
    return DocumentWriteForm.read(in);
  }
}
