package dev.kilde.core.score;

import dev.kilde.core.facts.Fact;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.util.Set;

/**
 * A view of a person that changes with events and with time.
 *
 * @param <V> an immutable value
 */
public interface Judgement<V> {

  /** The stable name, kebab-case. */
  String name();

  /** The facts it is made of: while they are the same, so is the verdict at an instant. */
  Set<Fact<?>> reads();

  /** The value, and the first instant at which {@link #held} may be another. */
  Verdict<V> judge(Subject who, Instant now);

  /**
   * What of the value stays the same until the verdict ends; other numbers are as of an instant.
   */
  Object held(V value);
}
