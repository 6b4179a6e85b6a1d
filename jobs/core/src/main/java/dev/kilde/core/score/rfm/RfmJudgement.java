package dev.kilde.core.score.rfm;

import dev.kilde.core.facts.Fact;
import dev.kilde.core.facts.Purchases;
import dev.kilde.core.score.Judgement;
import dev.kilde.core.score.Subject;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * RFM of online and store purchases together; empty: none counts within the window {@code (now -
 * window, now]}.
 *
 * <p>Recency days go up by themselves: what is held of it is everything else.
 */
public final class RfmJudgement implements Judgement<Optional<Rfm>> {

  public static final RfmJudgement JUDGEMENT = new RfmJudgement();

  private RfmJudgement() {}

  @Override
  public String name() {
    return "rfm";
  }

  @Override
  public Set<Fact<?>> reads() {
    return Set.of(Purchases.FACT);
  }

  @Override
  public Verdict<Optional<Rfm>> judge(Subject who, Instant now) {
    return RfmCourse.of(who, List.of()).at(now);
  }

  @Override
  public Object held(Optional<Rfm> value) {
    return value.map(
        rfm ->
            new Rfm(
                rfm.lastAt(),
                0,
                rfm.frequency(),
                rfm.monetary(),
                rfm.r(),
                rfm.f(),
                rfm.m(),
                rfm.group()));
  }
}
