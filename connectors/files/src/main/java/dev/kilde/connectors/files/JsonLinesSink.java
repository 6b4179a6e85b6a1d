package dev.kilde.connectors.files;

import dev.kilde.schemas.Topic;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes the records of one output topic to {@code <topic>.jsonl}, one line each in the JSON form,
 * in the order in which they arrive. For bounded jobs: the file appears, in place of an earlier
 * one, when the input has ended; a job that fails or is cancelled leaves an earlier file as it was.
 *
 * <p>One file has one writer: give the sink parallelism 1. It keeps nothing in checkpoints and
 * therefore refuses to go on from one.
 *
 * @param <T> the topic's record
 */
public final class JsonLinesSink<T extends SpecificRecord> implements Sink<T> {

  private static final long serialVersionUID = 1L;

  private final String folder;
  private final Topic topic;

  /**
   * A sink of one topic.
   *
   * @param folder where the file goes; created if it is missing ({@link OutputFolder#prepare} finds
   *     out early)
   * @param topic names the file
   */
  public JsonLinesSink(Path folder, Topic topic) {
    this.folder = folder.toString();
    this.topic = topic;
  }

  /** The file that stands there when the job has finished. */
  public Path file() {
    return Path.of(folder).resolve(topic.topicName() + ".jsonl");
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
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
    return new JsonLinesWriter<>(file());
  }
}
