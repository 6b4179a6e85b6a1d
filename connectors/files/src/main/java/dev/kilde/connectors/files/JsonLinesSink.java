package dev.kilde.connectors.files;

import dev.kilde.schemas.Topic;
import dev.kilde.schemas.json.JsonForm;
import java.nio.file.Path;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records of one output topic to {@code <topic>.jsonl}, one line each in the JSON form.
 *
 * @param <T> the topic's record
 */
public final class JsonLinesSink<T extends SpecificRecord> extends LinesSink<T> {

  private static final long serialVersionUID = 1L;

  /**
   * A sink of one topic.
   *
   * @param folder where the file goes
   * @param topic names the file
   */
  public JsonLinesSink(Path folder, Topic topic) {
    super(folder, topic.topicName() + ".jsonl", new Json<>());
  }

  private static final class Json<T extends SpecificRecord> implements LineForm<T> {

    private static final long serialVersionUID = 1L;

    private transient @Nullable JsonForm json;

    @Override
    public byte[] line(T value) {
      JsonForm ready = json;
      if (ready == null) {
        ready = new JsonForm();
        json = ready;
      }
      return ready.write(value);
    }
  }
}
