package dev.kilde.core.score;

import dev.kilde.core.facts.Fact;
import java.util.HashMap;
import java.util.Map;

/** Facts that somebody collected; of those left out nothing is known. Immutable. */
public final class FactValues implements Facts {

  /** Nothing at all. */
  public static final FactValues NONE = new FactValues(Map.of());

  private final Map<Fact<?>, Object> values;

  private FactValues(Map<Fact<?>, Object> values) {
    this.values = values;
  }

  /** The same, and one more, or another value of one. */
  public <F> FactValues with(Fact<F> fact, F value) {
    Map<Fact<?>, Object> more = new HashMap<>(values);
    more.put(fact, value);
    return new FactValues(more);
  }

  @Override
  @SuppressWarnings("unchecked") // a value is only ever put under a fact of its type
  public <F> F get(Fact<F> fact) {
    Object value = values.get(fact);
    return value == null ? fact.empty() : (F) value;
  }
}
