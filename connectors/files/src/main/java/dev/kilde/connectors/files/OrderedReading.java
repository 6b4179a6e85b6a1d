package dev.kilde.connectors.files;

import dev.kilde.connectors.input.Input;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads an ordered input one by one outside a job: first the dead letters, then the records in
 * order; no ticks. Close it before the input is deleted.
 */
public final class OrderedReading implements Closeable {

  private final ReplaySequence sequence;

  /** Opens the temporary files of an input. */
  public OrderedReading(OrderedInput input) throws IOException {
    Pace seldom = new Pace(Integer.MAX_VALUE, Long.MAX_VALUE);
    this.sequence = new ReplaySequence(new ReplayFiles(input, input.asOf(), seldom));
  }

  /** The next dead letter or record, null at the end. */
  public @Nullable Input next() throws IOException {
    Input input = sequence.next();
    while (input != null && input.isTick()) {
      input = sequence.next();
    }
    return input;
  }

  @Override
  public void close() throws IOException {
    sequence.close();
  }
}
