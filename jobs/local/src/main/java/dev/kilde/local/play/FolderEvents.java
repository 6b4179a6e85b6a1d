package dev.kilde.local.play;

import dev.kilde.connectors.files.OrderedInput;
import dev.kilde.connectors.files.OrderedReading;
import dev.kilde.connectors.input.Input;
import dev.kilde.schemas.Envelopes;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The events of a folder of JSON lines, all files merged by {@code occurredAt}; lines that are not
 * valid come first, as they stood in their file (of one over 1 MiB the first 64 KiB, which is what
 * a dead letter keeps of it).
 */
public final class FolderEvents implements Iterator<Playable>, Closeable {

  private final OrderedInput input;
  private final OrderedReading reading;
  private @Nullable Input ahead;

  private FolderEvents(OrderedInput input, OrderedReading reading) throws IOException {
    this.input = input;
    this.reading = reading;
    this.ahead = reading.next();
  }

  /**
   * Reads a folder through and sorts it, in memory or in temporary files.
   *
   * @param folder with {@code <topic>.jsonl} or {@code <topic>.jsonl.gz}
   * @param workFolder where temporary files go, in a folder of their own until {@link #close}; must
   *     be there
   * @param now the present time
   * @throws IOException if the folder or one of its files cannot be read; the message is one line
   */
  public static FolderEvents open(Path folder, Path workFolder, Instant now) throws IOException {
    OrderedInput input =
        OrderedInput.read(folder, OrderedInput.Options.defaults(null, workFolder, now));
    try {
      return new FolderEvents(input, new OrderedReading(input));
    } catch (IOException failure) {
      input.delete();
      throw failure;
    }
  }

  /** How many items there are in all, valid or not. */
  public long total() {
    return input.recordsTotal() + input.rejectedTotal();
  }

  @Override
  public boolean hasNext() {
    return ahead != null;
  }

  /**
   * @throws UncheckedIOException if a temporary file cannot be read any more
   */
  @Override
  public Playable next() {
    Input item = ahead;
    if (item == null) {
      throw new NoSuchElementException("everything has been read");
    }
    try {
      ahead = reading.next();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return item.isRecord() ? event(item) : invalid(item.deadLetter());
  }

  private static Playable event(Input item) {
    Instant occurredAt = Envelopes.occurredAt(item.record());
    return new Playable.Event(item.topic(), occurredAt, occurredAt, item.record(), false);
  }

  private Playable invalid(DeadLetter letter) {
    String file = letter.getSource();
    String name = file.substring(0, file.lastIndexOf(".jsonl"));
    Topic topic =
        Topic.named(name)
            .orElseThrow(() -> new IllegalStateException(file + " is no file of a topic"));
    ByteBuffer payload = letter.getPayload().duplicate();
    byte[] bytes = new byte[payload.remaining()];
    payload.get(bytes);
    Instant first = input.firstAt();
    return new Playable.Invalid(topic, first == null ? input.asOf() : first, bytes);
  }

  @Override
  public void close() throws IOException {
    try {
      reading.close();
    } finally {
      input.delete();
    }
  }
}
