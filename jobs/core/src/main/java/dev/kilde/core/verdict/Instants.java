package dev.kilde.core.verdict;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Of two instants, either of which may be missing. */
public final class Instants {

  private Instants() {}

  /** The later one. */
  public static Instant latest(@Nullable Instant a, Instant b) {
    return a == null || a.isBefore(b) ? b : a;
  }

  /** The earlier one, or the one there is; null: neither. */
  public static @Nullable Instant earliest(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isBefore(b) ? a : b;
  }

  /**
   * Whether something has expired.
   *
   * @param expiry null: it never does
   */
  public static boolean isPast(@Nullable Instant expiry, Instant now) {
    return expiry != null && !expiry.isAfter(now);
  }
}
