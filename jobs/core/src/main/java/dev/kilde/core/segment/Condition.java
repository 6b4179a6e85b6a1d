package dev.kilde.core.segment;

import dev.kilde.core.event.Event;
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

  /** Whether an event that the person gets, or loses, may change it; never false where it does. */
  default boolean concerns(Event event) {
    if (parts().isEmpty()) {
      return reads().concerns(event);
    }
    for (Condition part : parts()) {
      if (part.concerns(event)) {
        return true;
      }
    }
    return false;
  }

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

  /**
   * Whether it and another one are never both true of one person at one instant, whoever it is.
   * False: they may be, or nobody knows; telling it of one of the two is enough.
   */
  default boolean excludes(Condition other) {
    return false;
  }
}
