package dev.kilde.local.play;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Decides when the next event goes out, in wall time. */
public interface Pacer {

  /**
   * Waits until an event is due.
   *
   * @param event its number, from 0
   * @throws InterruptedException if the play is to stop
   */
  void await(long event) throws InterruptedException;

  /** Wall time since the play began. */
  Duration elapsed();

  /**
   * Evenly, so many events a second; begins now.
   *
   * @param eventsPerSecond 0 means as fast as they can be written
   */
  static Pacer atRate(double eventsPerSecond) {
    return atRate(eventsPerSecond, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
  }

  /** The same with a clock in nanoseconds and a way to wait some of them. */
  static Pacer atRate(double eventsPerSecond, LongSupplier clock, Rest rest) {
    if (!(eventsPerSecond >= 0) || Double.isInfinite(eventsPerSecond)) {
      throw new IllegalArgumentException(
          "rate is " + eventsPerSecond + "; give events per second, 0 for as fast as possible");
    }
    long start = clock.getAsLong();
    return new Pacer() {
      @Override
      public void await(long event) throws InterruptedException {
        if (Thread.interrupted()) {
          throw new InterruptedException("the play is to stop");
        }
        if (eventsPerSecond > 0) {
          long due = start + (long) (event / eventsPerSecond * 1e9);
          for (long left = due - clock.getAsLong(); left > 0; left = due - clock.getAsLong()) {
            rest.nanos(left);
          }
        }
      }

      @Override
      public Duration elapsed() {
        return Duration.ofNanos(clock.getAsLong() - start);
      }
    };
  }

  /** Waits. */
  @FunctionalInterface
  interface Rest {
    /** Waits that many nanoseconds, more or less. */
    void nanos(long nanos) throws InterruptedException;
  }
}
