package dev.kilde.connectors.files;

import dev.kilde.connectors.input.DeadLetters;
import dev.kilde.schemas.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits bytes into lines, at line feeds only; every other byte of a line, a carriage return
 * included, is kept as it is. Lines of nothing but whitespace are counted and passed over. Holds at
 * most one line and never more than {@link DeadLetters#LONGEST_INPUT} bytes of it.
 */
final class Lines implements Closeable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;

  /** Beginning of a line that did not end within the buffer. */
  private byte[] collected = new byte[0];

  private int collectedLength;
  private boolean tooLong;
  private boolean blank = true;

  private long number;
  private long blankLines;

  /** Reads from the stream and closes it in the end; a buffered stream is not needed. */
  Lines(InputStream in) {
    this.in = in;
  }

  /** Lines passed over so far because they were blank. */
  long blankLines() {
    return blankLines;
  }

  /** The next line that is not blank, or null at the end. */
  @Nullable Line next() throws IOException {
    while (true) {
      if (position == limit && !fill()) {
        return collectedLength > 0 || tooLong ? lineOrNull(0, 0) : null;
      }
      int end = lineFeed();
      if (end < 0) {
        collect(limit);
        position = limit;
        continue;
      }
      int start = position;
      position = end + 1;
      Line line = lineOrNull(start, end);
      if (line != null) {
        return line;
      }
    }
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }

  /** Index of the next line feed in the buffer, -1 if there is none. */
  private int lineFeed() {
    for (int i = position; i < limit; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Ends the current line with the given part of the buffer; null if it is blank. */
  private @Nullable Line lineOrNull(int start, int end) {
    number++;
    byte[] bytes;
    if (collectedLength == 0 && !tooLong) {
      blank = isBlank(start, end);
      bytes = blank ? collected : Arrays.copyOfRange(buffer, start, end);
    } else {
      int before = position;
      position = start;
      collect(end);
      position = before;
      bytes = Arrays.copyOf(collected, collectedLength);
    }
    Line line = blank ? null : new Line(number, bytes, tooLong);
    blankLines += blank ? 1 : 0;
    collectedLength = 0;
    collected = new byte[0];
    tooLong = false;
    blank = true;
    return line;
  }

  /** Takes the buffer from the position to {@code end} into the current line. */
  private void collect(int end) {
    blank = blank && isBlank(position, end);
    int length = end - position;
    if (tooLong) {
      return;
    }
    if (collectedLength + length > Limits.MAX_BYTES) {
      // What is collected is longer than what is kept: the buffer is far shorter than a line may
      // be.
      tooLong = true;
      collectedLength = DeadLetters.KEPT_OF_TOO_LARGE;
      return;
    }
    if (collected.length < collectedLength + length) {
      collected =
          Arrays.copyOf(collected, Math.max(collectedLength + length, 2 * collected.length));
    }
    System.arraycopy(buffer, position, collected, collectedLength, length);
    collectedLength += length;
  }

  private boolean isBlank(int start, int end) {
    for (int i = start; i < end; i++) {
      byte b = buffer[i];
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
