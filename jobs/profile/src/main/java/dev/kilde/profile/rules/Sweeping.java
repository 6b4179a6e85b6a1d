package dev.kilde.profile.rules;

import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goes through every key of a subtask in slices, so that the stream flows on between them: once to
 * count them, once to judge them.
 *
 * <p>Whoever comes while it runs is judged by the new rules anyway.
 */
public final class Sweeping {

  /** Every key there is, to be closed. */
  @FunctionalInterface
  public interface Keys {
    Stream<String> all() throws Exception;
  }

  /** Judges whoever is kept under a key. */
  @FunctionalInterface
  public interface Judge {
    void catchUp(String key) throws Exception;
  }

  /** Keys looked at between two looks at the clock. */
  private static final int STRIDE = 16;

  private final Keys keys;
  private final Judge judge;

  private @Nullable Stream<String> open;
  private @Nullable Iterator<String> rest;
  private boolean counting;
  private long total;
  private long done;

  public Sweeping(Keys keys, Judge judge) {
    this.keys = keys;
    this.judge = judge;
  }

  /** Begins, or begins again. */
  public void begin() throws Exception {
    close();
    total = 0;
    done = 0;
    counting = true;
    open();
  }

  public boolean isRunning() {
    return rest != null;
  }

  /**
   * Goes on for a while.
   *
   * @param nanos about how long
   */
  public void slice(long nanos) throws Exception {
    long end = System.nanoTime() + nanos;
    while (rest != null && System.nanoTime() < end) {
      stride(rest);
    }
  }

  /** Share of the keys that are done, 0 to 1; 1 where nothing runs. */
  public double progress() {
    if (rest == null) {
      return 1;
    }
    return counting || total == 0 ? 0 : Math.min(1.0, (double) done / total);
  }

  /** Lets go of the keys. */
  public void close() {
    if (open != null) {
      open.close();
    }
    open = null;
    rest = null;
  }

  private void stride(Iterator<String> each) throws Exception {
    for (int i = 0; i < STRIDE; i++) {
      if (!each.hasNext()) {
        end();
        return;
      }
      String key = each.next();
      if (counting) {
        total++;
      } else {
        judge.catchUp(key);
        done++;
      }
    }
  }

  private void end() throws Exception {
    close();
    if (counting) {
      counting = false;
      open();
    }
  }

  private void open() throws Exception {
    Stream<String> all = keys.all();
    open = all;
    rest = all.iterator();
  }
}
