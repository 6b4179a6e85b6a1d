package dev.kilde.core.identity;

import java.io.Serializable;
import java.time.Duration;

/**
 * How many people one identifier may be seen with before it is nobody's: a shared terminal.
 *
 * @param atMost distinct stronger identifiers of one kind; the next one makes it shared, at least 1
 * @param within any span {@code (t - within, t]}, longer than zero
 */
public record SharingLimit(int atMost, Duration within) implements Serializable {

  /**
   * @throws IllegalArgumentException for less than one person or a span that is not longer than
   *     zero
   */
  public SharingLimit {
    if (atMost < 1) {
      throw new IllegalArgumentException("atMost is less than 1: " + atMost);
    }
    if (within.isNegative() || within.isZero()) {
      throw new IllegalArgumentException("within is not longer than zero: " + within);
    }
  }
}
