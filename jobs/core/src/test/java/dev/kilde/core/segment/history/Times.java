package dev.kilde.core.segment.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often, and when: counted one by one.
 *
 * @param calendar {@code within} is calendar days, today the last
 */
record Times(
    @Nullable Integer atLeast,
    @Nullable Integer atMost,
    @Nullable Duration within,
    @Nullable Duration olderThan,
    boolean calendar) {

  List<String> text() {
    List<String> text = new ArrayList<>();
    if (atLeast != null) {
      text.add("atLeast: " + atLeast);
    }
    if (atMost != null) {
      text.add("atMost: " + atMost);
    }
    if (within != null) {
      text.add("within: " + span(within));
    }
    if (olderThan != null) {
      text.add("olderThan: " + span(olderThan));
    }
    if (calendar) {
      text.add("window: calendar");
    }
    return text;
  }

  static String span(Duration span) {
    return span.toHours() % 24 == 0 ? span.toDays() + "d" : span.toHours() + "h";
  }

  List<Duration> spans() {
    List<Duration> spans = new ArrayList<>();
    if (within != null) {
      spans.add(within);
    }
    if (olderThan != null) {
      spans.add(olderThan);
    }
    return spans;
  }

  boolean holds(List<Instant> times, ZoneId zone, Instant now) {
    int count = 0;
    for (Instant at : times) {
      count += counts(at, zone, now) ? 1 : 0;
    }
    int least = atLeast != null ? atLeast : atMost != null ? 0 : 1;
    return count >= least && (atMost == null || count <= atMost);
  }

  private boolean counts(Instant at, ZoneId zone, Instant now) {
    if (at.isAfter(now) || (olderThan != null && at.isAfter(now.minus(olderThan)))) {
      return false;
    }
    if (within != null && calendar) {
      LocalDate today = LocalDate.ofInstant(now, zone);
      LocalDate day = LocalDate.ofInstant(at, zone);
      return today.toEpochDay() - day.toEpochDay() < within.toDays();
    }
    return within == null || at.isAfter(now.minus(within));
  }
}
