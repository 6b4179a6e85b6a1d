package dev.kilde.core.verdict;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * For how long something that happened counts.
 *
 * <pre>
 *   within 7d           at |=========) at + 7d           "in (now - 7d, now]"
 *   older than 3d               at + 3d |===========     "at or before now - 3d"
 *   2 calendar days     at |====|=========) midnight after the next day, in the zone
 * </pre>
 */
public sealed interface Window {

  /** Whatever has happened. */
  Window ALWAYS = new Rolling(null, null);

  /** From when on what happened at an instant counts; never before it. */
  Instant from(Instant at);

  /** When it no longer counts; null: it always will. */
  @Nullable Instant until(Instant at);

  /**
   * How far back one has to look: what happened before it no longer counts, what happened at it or
   * after may. Null: all the way.
   */
  @Nullable Instant horizon(Instant now);

  /**
   * Spans of so many milliseconds.
   *
   * @param within positive; null: without end
   * @param olderThan not negative, less than {@code within}; null: from the beginning
   */
  record Rolling(@Nullable Duration within, @Nullable Duration olderThan) implements Window {
    @Override
    public Instant from(Instant at) {
      return olderThan == null ? at : at.plus(olderThan);
    }

    @Override
    public @Nullable Instant until(Instant at) {
      return within == null ? null : at.plus(within);
    }

    @Override
    public @Nullable Instant horizon(Instant now) {
      return within == null ? null : now.minus(within);
    }
  }

  /**
   * The calendar day on which it happened and those after it.
   *
   * @param days how many, at least 1: today and the {@code days - 1} before it count
   */
  record Calendar(int days, ZoneId zone) implements Window {
    @Override
    public Instant from(Instant at) {
      return at;
    }

    @Override
    public Instant until(Instant at) {
      LocalDate day = at.atZone(zone).toLocalDate();
      return day.plusDays(days).atStartOfDay(zone).toInstant();
    }

    @Override
    public Instant horizon(Instant now) {
      LocalDate today = now.atZone(zone).toLocalDate();
      return today.minusDays(days - 1L).atStartOfDay(zone).toInstant();
    }
  }
}
