package dev.kilde.core.segment;

import dev.kilde.core.score.Subject;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a condition is true of somebody or is not, and the same of each it is made of.
 *
 * <pre>
 *   all of                          false    1 of 2 true
 *     last purchase 60d ago ...     false    last bought on 2026-04-20T10:00:00Z
 *     reachable by email            true     ...
 * </pre>
 *
 * @param words the condition
 * @param truth whether it is true
 * @param holdsUntil the first instant at which that may change without new input; null: never
 * @param actual the value it was judged on, in words
 * @param parts in the order of the definition
 */
public record Explanation(
    String words,
    boolean truth,
    @Nullable Instant holdsUntil,
    String actual,
    List<Explanation> parts) {

  public Explanation {
    parts = List.copyOf(parts);
  }

  /** The condition as judged of somebody at an instant. */
  public static Explanation of(Condition condition, Subject who, Instant now) {
    Verdict<Boolean> verdict = condition.judge(who, now);
    return new Explanation(
        condition.words(),
        verdict.value(),
        verdict.holdsUntil(),
        condition.actual(who, now),
        condition.parts().stream().map(part -> of(part, who, now)).toList());
  }

  /** Whether it changes exactly at {@link #holdsUntil}, not perhaps later. */
  public boolean isExact() {
    return parts.isEmpty() || (parts.size() == 1 && parts.get(0).isExact());
  }
}
