package dev.kilde.core.score.lead;

import dev.kilde.core.facts.Engagement;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.facts.Purchases;
import dev.kilde.core.facts.Visits;
import dev.kilde.core.score.Judgement;
import dev.kilde.core.score.Subject;
import dev.kilde.core.verdict.Flip;
import dev.kilde.core.verdict.Range;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Set;

/** How near to buying somebody is; it keeps its word on the band, the points decay all the time. */
public final class LeadScoreJudgement implements Judgement<LeadScore> {

  public static final LeadScoreJudgement JUDGEMENT = new LeadScoreJudgement();

  private LeadScoreJudgement() {}

  @Override
  public String name() {
    return "lead-score";
  }

  @Override
  public Set<Fact<?>> reads() {
    return Set.of(Visits.FACT, Engagement.FACT, Purchases.FACT);
  }

  @Override
  public Verdict<LeadScore> judge(Subject who, Instant now) {
    LeadCurve curve = who.leadCurve();
    return curve
        .level(now, who.terms().leadScoring()::band)
        .map(
            band ->
                new LeadScore(
                    curve.at(now).setScale(2, RoundingMode.HALF_UP),
                    band,
                    curve.contributionsAt(now)));
  }

  @Override
  public Object held(LeadScore value) {
    return value.band();
  }

  /** Whether the score, not rounded, is in a range, and the exact instant at which that flips. */
  public static Verdict<Boolean> compared(Subject who, Range range, Instant now) {
    LeadCurve curve = who.leadCurve();
    return Flip.of(
        now, instant -> curve.level(instant, points -> side(range, points)), side -> side == 0);
  }

  /** Below a range, in it or above it: between two instants a score may fall past all of it. */
  private static int side(Range range, BigDecimal points) {
    BigDecimal atLeast = range.atLeast();
    if (atLeast != null && points.compareTo(atLeast) < 0) {
      return -1;
    }
    return range.holds(points) ? 0 : 1;
  }
}
