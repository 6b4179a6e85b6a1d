package dev.kilde.connectors.elasticsearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/**
 * Throws at the first element after a checkpoint has completed, once; a file remembers that it has.
 */
final class FailsOnceAfterCheckpoint
    implements MapFunction<DocumentWrite, DocumentWrite>, CheckpointListener {
  private static final long serialVersionUID = 1L;

  private final String marker;
  private boolean checkpointed;

  FailsOnceAfterCheckpoint(Path marker) {
    this.marker = marker.toString();
  }

  @Override
  public DocumentWrite map(DocumentWrite write) throws IOException {
    if (checkpointed && !Files.exists(Path.of(marker))) {
      Files.createFile(Path.of(marker));
      throw new IOException("the failure this test asked for");
    }
    return write;
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) {
    checkpointed = true;
  }
}
