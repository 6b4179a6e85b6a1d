package dev.kilde.core.person;

import dev.kilde.core.Catalogue;
import dev.kilde.core.event.Event;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.score.Facts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A person's facts: each read when first asked for, written back only if it is another. */
final class FactSheet implements Facts {

  private final PersonStore store;
  private final Map<Fact<?>, Object> values = new HashMap<>();
  private final Set<Fact<?>> changed = new HashSet<>();

  FactSheet(PersonStore store) {
    this.store = store;
  }

  @Override
  @SuppressWarnings("unchecked") // a fact's value is only ever stored under that fact
  public <F> F get(Fact<F> fact) {
    Object value = values.get(fact);
    if (value == null) {
      F kept = store.fact(fact);
      value = kept == null ? fact.empty() : kept;
      values.put(fact, value);
    }
    return (F) value;
  }

  /** Folds one event into every fact it concerns. */
  void fold(Event event) {
    for (Fact<?> fact : Catalogue.FACTS) {
      fold(fact, event);
    }
  }

  /** Back to what is known of somebody nothing has happened to. */
  void reset() {
    for (Fact<?> fact : Catalogue.FACTS) {
      values.put(fact, fact.empty());
      changed.add(fact);
    }
  }

  void flush() {
    for (Fact<?> fact : changed) {
      save(fact);
    }
    changed.clear();
  }

  private <F> void fold(Fact<F> fact, Event event) {
    if (!fact.concerns(event)) {
      return;
    }
    F before = get(fact);
    F after = fact.fold(before, event);
    if (after != before) {
      values.put(fact, after);
      changed.add(fact);
    }
  }

  private <F> void save(Fact<F> fact) {
    store.fact(fact, get(fact));
  }
}
