package dev.kilde.core.segment;

import dev.kilde.core.score.Subject;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.util.List;

/**
 * Something that is true of a person or is not, at every instant.
 *
 * <p>Immutable. One that holds no others flips exactly at {@code holdsUntil}; one made of others at
 * or after it.
 */
public interface Condition {

  /** Whether it is true, and the first instant at which that may change without new input. */
  Verdict<Boolean> judge(Subject who, Instant now);

  /** What it looks at. */
  Reads reads();

  /** The condition in a marketer's words, without a full stop: {@code bought within 60d}. */
  String words();

  /**
   * The value it was judged on, in words: {@code 2 purchases, the last on 2026-03-01T10:00:00Z}.
   */
  String actual(Subject who, Instant now);

  /** The conditions it is made of; empty: it is not made of others. */
  default List<Condition> parts() {
    return List.of();
  }
}
