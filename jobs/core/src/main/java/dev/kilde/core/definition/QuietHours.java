package dev.kilde.core.definition;

import java.time.LocalTime;

/**
 * The daily span in which nothing is sent, in the recipient's zone, else the tenant's.
 *
 * @param from the first quiet moment
 * @param to the first moment after; earlier than {@code from} when the span crosses midnight
 */
public record QuietHours(LocalTime from, LocalTime to) {

  /**
   * @throws IllegalArgumentException if both are the same, which could mean never or always
   */
  public QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException("quiet hours begin and end at " + from);
    }
  }

  /** Whether nothing is sent at that time of day. */
  public boolean contains(LocalTime time) {
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !time.isBefore(from) || time.isBefore(to);
  }
}
