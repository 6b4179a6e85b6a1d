package dev.kilde.core.facts;

import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.Event;
import java.util.Arrays;
import java.util.List;

/** Folds a story, told in any order, into one fact. */
final class Folded {

  private Folded() {}

  static <F> F of(Fact<F> fact, Event... events) {
    return of(fact, Arrays.asList(events));
  }

  static <F> F of(Fact<F> fact, List<Event> events) {
    F value = fact.empty();
    for (Event event : events.stream().sorted(CanonicalOrder.OF_EVENTS).toList()) {
      value = fact.concerns(event) ? fact.fold(value, event) : value;
    }
    return value;
  }
}
