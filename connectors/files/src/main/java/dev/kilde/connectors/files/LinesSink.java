package dev.kilde.connectors.files;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes a file, one line for each element, in the order in which they arrive. For bounded jobs:
 * the file appears, in place of an earlier one, when the input has ended; a job that fails or is
 * cancelled leaves an earlier file as it was.
 *
 * <p>One file has one writer: give the sink parallelism 1. It keeps nothing in checkpoints and
 * therefore refuses to go on from one.
 *
 * @param <T> what a line is written of
 */
public class LinesSink<T> implements Sink<T> {

  private static final long serialVersionUID = 1L;

  private final String folder;
  private final String name;
  private final LineForm<T> form;

  /** How an element is written, without line feeds; it need not be safe for several threads. */
  @FunctionalInterface
  public interface LineForm<T> extends Serializable {
    byte[] line(T value) throws IOException;
  }

  /**
   * A sink of one file.
   *
   * @param folder where the file goes; created if it is missing ({@link OutputFolder#prepare} finds
   *     out early)
   * @param name of the file
   */
  public LinesSink(Path folder, String name, LineForm<T> form) {
    this.folder = folder.toString();
    this.name = name;
    this.form = form;
  }

  /** The file that stands there when the job has finished. */
  public final Path file() {
    return Path.of(folder).resolve(name);
  }

  @Override
  public final SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
    int writers = context.getTaskInfo().getNumberOfParallelSubtasks();
    if (writers != 1) {
      throw new IllegalStateException(
          file() + " would have " + writers + " writers: set the parallelism of this sink to 1");
    }
    if (context.getRestoredCheckpointId().isPresent()) {
      throw new IllegalStateException(
          file() + " cannot be continued from a checkpoint: run the job again from its beginning");
    }
    OutputFolder.prepare(Path.of(folder));
    return new LinesWriter<>(file(), form);
  }
}
