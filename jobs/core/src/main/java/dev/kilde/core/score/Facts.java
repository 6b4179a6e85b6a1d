package dev.kilde.core.score;

import dev.kilde.core.facts.Fact;

/** What is known of one person. */
@FunctionalInterface
public interface Facts {
  /** The fact's value; {@link Fact#empty()} where nothing has happened. */
  <F> F get(Fact<F> fact);
}
