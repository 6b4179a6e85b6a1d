package dev.kilde.core.person;

import dev.kilde.core.facts.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Where one person is kept between events: keyed state in the job, a map in tests. {@link Person}
 * reads each part at most once and writes back what changed.
 */
public interface PersonStore {

  /** Null: the fact is {@link Fact#empty()}. */
  <F> @Nullable F fact(Fact<F> fact);

  <F> void fact(Fact<F> fact, F value);

  /** The events folded. */
  Rows<Held> log();
}
