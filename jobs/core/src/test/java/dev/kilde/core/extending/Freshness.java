package dev.kilde.core.extending;

import dev.kilde.core.facts.Fact;
import dev.kilde.core.facts.Seen;
import dev.kilde.core.score.Judgement;
import dev.kilde.core.score.Subject;
import dev.kilde.core.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Whether somebody is new: known for less than thirty days. */
public final class Freshness implements Judgement<String> {

  private static final Duration NEW = Duration.ofDays(30);

  @Override
  public String name() {
    return "freshness";
  }

  @Override
  public Set<Fact<?>> reads() {
    return Set.of(Seen.FACT);
  }

  @Override
  public Verdict<String> judge(Subject who, Instant now) {
    Instant first = who.get(Seen.FACT).firstAt();
    if (first == null) {
      return Verdict.lasting("unknown");
    }
    Instant old = first.plus(NEW);
    return now.isBefore(old) ? new Verdict<>("new", old) : Verdict.lasting("known");
  }

  @Override
  public Object held(String value) {
    return value;
  }
}
