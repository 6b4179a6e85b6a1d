package dev.kilde.local.progress;

import java.io.Closeable;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One line that tells how far things are: on a terminal always the same line, drawn anew; else, as
 * in a log, a line now and then. Between two shows other text goes through {@link #say}. One thread
 * at a time.
 */
public final class Progress implements Closeable {

  private static final Duration ON_TERMINAL = Duration.ofMillis(200);
  private static final Duration IN_LOG = Duration.ofSeconds(10);
  private static final String BACK_AND_CLEAR = "\r\u001b[K";

  private final PrintStream out;
  private final int columns;
  private final LongSupplier clock;
  private final long start;

  private long shownAt;
  private @Nullable Standing shown;
  private @Nullable Standing newest;

  /**
   * @param out where to
   * @param columns width of the terminal, at least 20; 0 if it is none
   * @param clock in nanoseconds, as {@link System#nanoTime}
   */
  public Progress(PrintStream out, int columns, LongSupplier clock) {
    if (columns != 0 && columns < 20) {
      throw new IllegalArgumentException("columns is " + columns + "; give 0 or at least 20");
    }
    this.out = out;
    this.columns = columns;
    this.clock = clock;
    this.start = clock.getAsLong();
  }

  /** Shows where things stand, unless it has just done so. */
  public void show(Standing standing) {
    newest = standing;
    long now = clock.getAsLong();
    Duration pause = columns > 0 ? ON_TERMINAL : IN_LOG;
    if (shown == null || now - shownAt >= pause.toNanos()) {
      draw(standing, now);
    }
  }

  /** Prints a line of its own and keeps the progress below it. */
  public void say(String line) {
    if (columns > 0 && shown != null) {
      out.print(BACK_AND_CLEAR);
    }
    out.println(line);
    if (columns > 0 && shown != null) {
      draw(shown, clock.getAsLong());
    }
    out.flush();
  }

  /** Shows where things stood last and ends the line. */
  @Override
  public void close() {
    Standing last = newest;
    if (last != null && !last.equals(shown)) {
      draw(last, clock.getAsLong());
    }
    if (columns > 0 && shown != null) {
      out.println();
    }
    shown = null;
    newest = null;
    out.flush();
  }

  private void draw(Standing standing, long now) {
    Duration since = Duration.ofNanos(now - start);
    String line =
        String.format(Locale.ROOT, "%02d:%02d  ", since.toMinutes(), since.toSecondsPart())
            + standing.inWords();
    if (columns > 0) {
      boolean fits = line.length() < columns;
      out.print(BACK_AND_CLEAR + (fits ? line : line.substring(0, columns - 2) + "…"));
    } else {
      out.println(line);
    }
    out.flush();
    shown = standing;
    shownAt = now;
  }
}
