package dev.kilde.core.verdict;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes a truth about a value that holds for a time hold until it flips, exactly.
 *
 * <pre>
 *   value   4 ----- 4 ----- 5 ----- 3 -----
 *   &gt;= 4    true -------------------| false        holdsUntil = the last instant
 * </pre>
 */
public final class Flip {

  private Flip() {}

  /**
   * The truth at {@code now} and when it flips.
   *
   * @param judge the value at an instant without new input, and until when it is the same; asked at
   *     {@code now}, then at each instant until which it held. It has to come to an end
   */
  public static <T> Verdict<Boolean> of(
      Instant now, Function<Instant, Verdict<T>> judge, Predicate<? super T> truth) {
    Verdict<T> verdict = judge.apply(now);
    boolean value = truth.test(verdict.value());
    return new Verdict<>(value, at(verdict, value, judge, truth));
  }

  private static <T> @Nullable Instant at(
      Verdict<T> first,
      boolean value,
      Function<Instant, Verdict<T>> judge,
      Predicate<? super T> truth) {
    Instant until = first.holdsUntil();
    while (until != null) {
      Verdict<T> next = judge.apply(until);
      if (truth.test(next.value()) != value) {
        return until;
      }
      until = next.holdsUntil();
    }
    return null;
  }
}
