package dev.kilde.core.verdict;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An answer and how long it keeps: without new input it is the same on {@code [now, holdsUntil)}.
 *
 * <pre>
 *   now             holdsUntil
 *    |--- value --------|--- perhaps another ---
 * </pre>
 *
 * @param holdsUntil the first instant at which the value may be another, later than the one it was
 *     judged at; null: it holds until there is new input
 */
public record Verdict<T>(T value, @Nullable Instant holdsUntil) {

  /** One that only new input changes. */
  public static <T> Verdict<T> lasting(T value) {
    return new Verdict<>(value, null);
  }

  /** The same answer, seen as something else; it holds as long. */
  public <R> Verdict<R> map(Function<? super T, ? extends R> seenAs) {
    return new Verdict<>(seenAs.apply(value), holdsUntil);
  }

  /** The same, to be asked again at an instant, too; null: no other than before. */
  public Verdict<T> atMostUntil(@Nullable Instant instant) {
    return new Verdict<>(value, Instants.earliest(holdsUntil, instant));
  }

  /** The opposite; it holds as long. */
  public static Verdict<Boolean> not(Verdict<Boolean> truth) {
    return truth.map(value -> !value);
  }

  /**
   * Whether every one is true. While one of the false ones holds, the answer is false; a true
   * answer holds as long as the first of them.
   */
  public static Verdict<Boolean> all(List<Verdict<Boolean>> truths) {
    return combined(truths, true);
  }

  /** Whether one at least is true: the mirror of {@link #all}. */
  public static Verdict<Boolean> any(List<Verdict<Boolean>> truths) {
    return combined(truths, false);
  }

  /** The answer is {@code common} where every one is; each other one decides alone. */
  private static Verdict<Boolean> combined(List<Verdict<Boolean>> truths, boolean common) {
    Instant first = null;
    Instant last = Instant.MIN;
    boolean decided = false;
    for (Verdict<Boolean> truth : truths) {
      if (truth.value() == common) {
        first = Instants.earliest(first, truth.holdsUntil());
        continue;
      }
      decided = true;
      Instant until = truth.holdsUntil();
      if (until == null) {
        return lasting(!common);
      }
      last = until.isAfter(last) ? until : last;
    }
    return decided ? new Verdict<>(!common, last) : new Verdict<>(common, first);
  }
}
