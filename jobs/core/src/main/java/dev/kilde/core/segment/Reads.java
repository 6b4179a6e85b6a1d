package dev.kilde.core.segment;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.Tracked;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.facts.Visits;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What a condition looks at, so that an event is only asked about where it can change something.
 *
 * @param facts whole facts
 * @param tracked of {@link Visits} only what was done under these tracking names; empty: nothing
 * @param segments ids of segments
 */
public record Reads(Set<Fact<?>> facts, Set<String> tracked, Set<String> segments) {

  public static final Reads NOTHING = new Reads(Set.of(), Set.of(), Set.of());

  public Reads {
    facts = Set.copyOf(facts);
    tracked = Set.copyOf(tracked);
    segments = Set.copyOf(segments);
  }

  public static Reads of(Fact<?>... facts) {
    return new Reads(Set.of(facts), Set.of(), Set.of());
  }

  public static Reads ofTracked(String... names) {
    return new Reads(Set.of(), Set.of(names), Set.of());
  }

  public static Reads ofSegment(String id) {
    return new Reads(Set.of(), Set.of(), Set.of(id));
  }

  /** What any of them looks at. */
  public static Reads together(Collection<Reads> all) {
    Set<Fact<?>> facts = new HashSet<>();
    Set<String> tracked = new HashSet<>();
    Set<String> segments = new HashSet<>();
    for (Reads each : all) {
      facts.addAll(each.facts);
      tracked.addAll(each.tracked);
      segments.addAll(each.segments);
    }
    return new Reads(facts, tracked, segments);
  }

  /** Whether an event may change what is looked at. */
  public boolean concerns(Event event) {
    if (event instanceof Tracked visit && tracked.contains(visit.name())) {
      return true;
    }
    for (Fact<?> fact : facts) {
      if (fact.concerns(event)) {
        return true;
      }
    }
    return false;
  }
}
