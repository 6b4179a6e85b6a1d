package dev.kilde.profile;

import dev.kilde.connectors.input.Input;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/** Goes slowly until a checkpoint is complete, then fails: once in all attempts of a job. */
final class FailsOnce implements MapFunction<Input, Input>, CheckpointListener {

  private static final long serialVersionUID = 1;
  private static final long SLOW_NANOS = 10_000_000;

  private final String failed;
  private transient boolean checkpointed;
  private transient long mapped;

  /**
   * @param failed a file that is made when it fails
   */
  FailsOnce(Path failed) {
    this.failed = failed.toString();
  }

  @Override
  public Input map(Input input) throws IOException {
    mapped++;
    if (!Files.exists(Path.of(failed))) {
      if (checkpointed && mapped > 50 && isFirst()) {
        throw new IllegalStateException("failing on purpose");
      }
      if (!checkpointed) {
        LockSupport.parkNanos(SLOW_NANOS);
      }
    }
    return input;
  }

  private boolean isFirst() throws IOException {
    try {
      Files.createFile(Path.of(failed));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) {
    checkpointed = true;
  }
}
