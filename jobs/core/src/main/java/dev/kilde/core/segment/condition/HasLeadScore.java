package dev.kilde.core.segment.condition;

import dev.kilde.core.facts.Engagement;
import dev.kilde.core.facts.Purchases;
import dev.kilde.core.facts.Visits;
import dev.kilde.core.score.Subject;
import dev.kilde.core.score.lead.LeadScoreJudgement;
import dev.kilde.core.segment.Condition;
import dev.kilde.core.segment.Reads;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.verdict.Range;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;

/**
 * {@code leadScore: { atLeast: 50 }}: so near to buying, at every instant while the score decays.
 *
 * <pre>
 *   score   60 \_ 50 \__       at least 50:  true ---| false
 * </pre>
 */
public record HasLeadScore(Range points) implements Condition {

  public static final Kind<Condition> KIND =
      new Kind<>(
          "leadScore",
          "True of whoever has so many points now, after decay.",
          Ranges.SHAPE.as(HasLeadScore::new));

  @Override
  public Verdict<Boolean> judge(Subject who, Instant now) {
    return LeadScoreJudgement.compared(who, points, now);
  }

  @Override
  public Reads reads() {
    return Reads.of(Visits.FACT, Engagement.FACT, Purchases.FACT);
  }

  @Override
  public String words() {
    return "a lead score of " + points;
  }

  @Override
  public String actual(Subject who, Instant now) {
    return LeadScoreJudgement.JUDGEMENT.judge(who, now).value().value().toPlainString() + " points";
  }
}
