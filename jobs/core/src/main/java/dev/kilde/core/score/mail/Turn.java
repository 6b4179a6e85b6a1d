package dev.kilde.core.score.mail;

import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds where something that changes at a few instants becomes another.
 *
 * <pre>
 *   candidates      c1      c2      c3
 *   value      A ---|--- A -|-- B --|---     holdsUntil = c2
 * </pre>
 */
public final class Turn {

  private Turn() {}

  /**
   * The value at {@code now}, until exactly when it is another.
   *
   * @param judge the value at an instant, told apart by {@code equals}
   * @param candidates every instant at which it may become another, in any order; those that are
   *     not later than {@code now} are left out
   */
  public static <T> Verdict<T> of(
      Instant now, Function<Instant, T> judge, Stream<Instant> candidates) {
    T value = judge.apply(now);
    Instant until =
        candidates
            .filter(at -> at.isAfter(now))
            .distinct()
            .sorted()
            .filter(at -> !judge.apply(at).equals(value))
            .findFirst()
            .orElse(null);
    return new Verdict<>(value, until);
  }
}
