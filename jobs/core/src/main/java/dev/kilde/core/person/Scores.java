package dev.kilde.core.person;

import dev.kilde.core.Catalogue;
import dev.kilde.core.score.Judgement;
import dev.kilde.core.score.Subject;
import dev.kilde.core.verdict.Instants;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every judgement of a person at one instant. */
public final class Scores {

  private final Map<Judgement<?>, Object> values = new HashMap<>();
  private @Nullable Instant holdUntil;

  private Scores() {}

  /** All in the catalogue. */
  static Scores of(Subject who, Instant now) {
    Scores scores = new Scores();
    Catalogue.JUDGEMENTS.forEach(judgement -> scores.add(judgement, who, now));
    return scores;
  }

  /** What one of those in the catalogue came to. */
  @SuppressWarnings("unchecked") // a value is only ever put under a judgement of its type
  public <V> V get(Judgement<V> judgement) {
    return (V) Objects.requireNonNull(values.get(judgement), judgement.name());
  }

  /** The first instant at which what any of them holds may be another; null: until new input. */
  public @Nullable Instant holdUntil() {
    return holdUntil;
  }

  private <V> void add(Judgement<V> judgement, Subject who, Instant now) {
    Verdict<V> verdict = judgement.judge(who, now);
    values.put(judgement, verdict.value());
    holdUntil = Instants.earliest(holdUntil, verdict.holdsUntil());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scores that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.values().toString();
  }
}
