package dev.kilde.core.extending;

import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.score.mail.MailReader;
import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.RuleResult;
import dev.kilde.core.verdict.Occurrences;
import dev.kilde.core.verdict.Verdict;
import dev.kilde.core.verdict.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * MR-17: somebody wrote back lately.
 *
 * <pre>
 *   now - 7d )----- replied -----] now     replied within a week: 5
 * </pre>
 */
public record RepliedWithinAWeek() implements MailRule {

  private static final Window WEEK = new Window.Rolling(Duration.ofDays(7), null);

  @Override
  public String code() {
    return "MR-17";
  }

  @Override
  public BigDecimal best() {
    return BigDecimal.valueOf(5);
  }

  @Override
  public String doc() {
    return "replied within a week";
  }

  @Override
  public Verdict<RuleResult> judge(MailReader reader, Instant now) {
    return Occurrences.counted(reader.times(EngagementKind.REPLIED), WEEK, n -> n > 0, now)
        .map(any -> any ? RuleResult.whole("replied within a week") : RuleResult.NOTHING);
  }
}
