package dev.kilde.connectors.elasticsearch;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long to rest after failures in a row: {@code first}, then twice as long each time, at most
 * {@code longest}.
 *
 * @param first rest after the first failure; greater than zero
 * @param longest no rest is longer; at least {@code first}
 */
public record BackOff(Duration first, Duration longest) implements Serializable {

  public BackOff {
    if (first.toMillis() < 1) {
      throw new IllegalArgumentException("the first rest must be 1 ms or longer, not " + first);
    }
    if (longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "the longest rest (" + longest + ") must not be shorter than the first (" + first + ")");
    }
  }

  /**
   * The rest after so many failures in a row.
   *
   * @param failures 1 or more
   */
  public Duration after(int failures) {
    if (failures < 1) {
      throw new IllegalArgumentException("no rest is due after " + failures + " failures");
    }
    long millis = first.toMillis();
    long limit = longest.toMillis();
    for (int doubled = 1; doubled < failures && millis < limit; doubled++) {
      millis = millis > limit / 2 ? limit : millis * 2;
    }
    return Duration.ofMillis(Math.min(millis, limit));
  }
}
