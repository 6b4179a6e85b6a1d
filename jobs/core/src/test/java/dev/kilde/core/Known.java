package dev.kilde.core;

import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.Event;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.score.Facts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All that is known of somebody of whom events were told. */
public final class Known implements Facts {

  private final Map<Fact<?>, Object> values = new HashMap<>();

  private Known(List<? extends Event> events) {
    List<? extends Event> inOrder = events.stream().sorted(CanonicalOrder.OF_EVENTS).toList();
    Catalogue.FACTS.forEach(fact -> values.put(fact, folded(fact, inOrder)));
  }

  /** Told in any order. */
  public static Facts of(List<? extends Event> events) {
    return new Known(events);
  }

  private static <F> F folded(Fact<F> fact, List<? extends Event> events) {
    F value = fact.empty();
    for (Event event : events) {
      value = fact.concerns(event) ? fact.fold(value, event) : value;
    }
    return value;
  }

  @Override
  @SuppressWarnings("unchecked") // a value is only ever put under the fact it was folded into
  public <F> F get(Fact<F> fact) {
    return (F) Objects.requireNonNull(values.get(fact), fact.name());
  }
}
