package dev.kilde.profile.explain;

import dev.kilde.core.Catalogue;
import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.Event;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.score.FactValues;
import dev.kilde.profile.Sample;
import java.util.List;

/** What is known of somebody of whom samples tell. */
final class SomeFacts {

  private SomeFacts() {}

  static FactValues of(Sample... samples) {
    List<Event> events = Sample.events(samples).stream().sorted(CanonicalOrder.OF_EVENTS).toList();
    FactValues facts = FactValues.NONE;
    for (Fact<?> fact : Catalogue.FACTS) {
      facts = with(facts, fact, events);
    }
    return facts;
  }

  private static <F> FactValues with(FactValues facts, Fact<F> fact, List<Event> events) {
    F value = fact.empty();
    for (Event event : events) {
      value = fact.concerns(event) ? fact.fold(value, event) : value;
    }
    return facts.with(fact, value);
  }
}
