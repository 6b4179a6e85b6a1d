package dev.kilde.core.score.lead;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Numbers calendar days in a zone. Clocks change twice a year: between two changes a day is found
 * by a division, which matters where thousands of visits are asked for theirs.
 *
 * <p>Not thread-safe: it remembers between which changes it was last asked.
 */
final class LocalDays {

  private static final long DAY = 86_400_000;

  private final ZoneRules rules;
  private long from = Long.MAX_VALUE;
  private long until = Long.MIN_VALUE;
  private long offset;

  LocalDays(ZoneId zone) {
    rules = zone.getRules();
  }

  /** The day an instant is on there, as days since 1970. */
  long dayOf(Instant instant) {
    long at = instant.toEpochMilli();
    if (at < from || at >= until) {
      ZoneOffsetTransition next = rules.nextTransition(instant);
      ZoneOffsetTransition before = rules.previousTransition(instant.plusMillis(1));
      from = before == null ? Long.MIN_VALUE : before.getInstant().toEpochMilli();
      until = next == null ? Long.MAX_VALUE : next.getInstant().toEpochMilli();
      offset = rules.getOffset(instant).getTotalSeconds() * 1000L;
    }
    return Math.floorDiv(at + offset, DAY);
  }
}
