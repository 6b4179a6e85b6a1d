package dev.kilde.core.segment.history;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.ReceiptSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The history of somebody's memberships, found by asking everything anew at every instant that
 * matters, and a millisecond before and after.
 *
 * <pre>
 *   raw events up to the instant ──> each segment true or false ──> what was other an instant ago
 * </pre>
 */
final class PlainHistory {

  /** Those of contacts, and of editions. */
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Copenhagen"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Pacific/Chatham"));

  private final List<Event> events;
  private final List<Edition> editions;

  /**
   * @param events in any order
   * @param editions as they follow each other, the first from the beginning
   */
  PlainHistory(List<Event> events, List<Edition> editions) {
    this.events = new ArrayList<>(events);
    this.events.sort(
        Comparator.comparing(Event::occurredAt)
            .thenComparing(event -> event.id().stream().topic())
            .thenComparing(event -> event.id().id()));
    this.editions = editions;
  }

  /** Nothing happens later. */
  Instant end() {
    Duration longest = Duration.ofDays(2);
    for (Duration span : spans()) {
      longest = span.compareTo(longest) > 0 ? span : longest;
    }
    return happenings().last().plus(longest).plus(Duration.ofDays(2));
  }

  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    Set<String> before = Set.of();
    Known known = null;
    for (Instant now : instants()) {
      known = known(known, now);
      Set<String> is = new LinkedHashSet<>();
      for (String segment : known.edition().segments().keySet()) {
        if (known.isIn(segment, now)) {
          is.add(segment);
        }
      }
      for (String segment : before) {
        if (!is.contains(segment)) {
          changes.add(new Change(now, segment, false));
        }
      }
      for (String segment : is) {
        if (!before.contains(segment)) {
          changes.add(new Change(now, segment, true));
        }
      }
      before = is;
    }
    changes.sort(Change.IN_ORDER);
    return changes;
  }

  /** Worked out again only where more is known, or something else asked. */
  private Known known(@Nullable Known before, Instant now) {
    int happened = 0;
    for (Event event : events) {
      happened += event.occurredAt().isAfter(now) ? 0 : 1;
    }
    Edition edition = editions.get(0);
    for (Edition each : editions) {
      edition = each.from().isAfter(now) ? edition : each;
    }
    return before != null && before.edition().equals(edition) && before.events().size() == happened
        ? before
        : Known.of(events.subList(0, happened), edition);
  }

  /** From the first event on: before it there is nobody. */
  private SortedSet<Instant> instants() {
    Instant first = events.get(0).occurredAt();
    Instant end = end();
    Set<Instant> matter = new TreeSet<>(happenings());
    for (Instant at : happenings()) {
      spans().forEach(span -> matter.add(at.plus(span)));
    }
    editions.forEach(edition -> matter.add(edition.from()));
    editions.forEach(edition -> matter.addAll(midnights(first, end, edition.zone())));
    for (Duration ahead : ahead()) {
      for (ZoneId zone : ZONES) {
        for (Instant midnight : midnights(first, end.plus(ahead), zone)) {
          matter.add(midnight);
          matter.add(midnight.minus(ahead));
        }
      }
    }
    TreeSet<Instant> instants = new TreeSet<>();
    for (Instant at : matter) {
      instants.addAll(List.of(at.minusMillis(1), at, at.plusMillis(1)));
    }
    instants.removeIf(at -> at.isBefore(first) || at.isAfter(end));
    return instants;
  }

  /** When something happens or is bought. */
  private SortedSet<Instant> happenings() {
    TreeSet<Instant> happenings = new TreeSet<>();
    for (Event event : events) {
      happenings.add(event.occurredAt());
      if (event instanceof OrderSnapshot order) {
        happenings.add(order.placedAt());
      }
      if (event instanceof ReceiptSnapshot receipt) {
        happenings.add(receipt.soldAt());
      }
    }
    return happenings;
  }

  private Set<Duration> spans() {
    Set<Duration> spans = new LinkedHashSet<>();
    editions.forEach(
        edition -> edition.segments().values().forEach(asked -> spans.addAll(asked.spans())));
    return spans;
  }

  /** How long before a day something is asked of it. */
  private Set<Duration> ahead() {
    Set<Duration> ahead = new LinkedHashSet<>();
    editions.forEach(
        edition -> edition.segments().values().forEach(asked -> addAhead(asked, ahead)));
    return ahead;
  }

  private static void addAhead(Asked asked, Set<Duration> ahead) {
    if (asked instanceof AskedOfContact.Anniversary anniversary) {
      ahead.add(anniversary.within());
    }
    asked.parts().forEach(part -> addAhead(part, ahead));
  }

  private static List<Instant> midnights(Instant from, Instant to, ZoneId zone) {
    List<Instant> midnights = new ArrayList<>();
    LocalDate day = LocalDate.ofInstant(from, zone);
    while (!day.atStartOfDay(zone).toInstant().isAfter(to)) {
      midnights.add(day.atStartOfDay(zone).toInstant());
      day = day.plusDays(1);
    }
    return midnights;
  }
}
