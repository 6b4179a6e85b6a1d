package dev.kilde.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The first instants of days. That is 01:00 where a clock goes forward at midnight.
 *
 * <pre>
 *        last        instant      first
 *   ──────┼─────────────┼───────────┼──────
 * </pre>
 */
final class Midnights {

  private Midnights() {}

  /** The first one at or after an instant. */
  static Instant first(Instant from, ZoneId zone) {
    Instant last = last(from, zone);
    return last.equals(from) ? from : after(from, zone);
  }

  /** The first one after an instant. */
  static Instant after(Instant instant, ZoneId zone) {
    return start(date(instant, zone).plusDays(1), zone);
  }

  /** The last one at or before an instant. */
  static Instant last(Instant until, ZoneId zone) {
    return start(date(until, zone), zone);
  }

  private static LocalDate date(Instant instant, ZoneId zone) {
    return LocalDate.ofInstant(instant, zone);
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
