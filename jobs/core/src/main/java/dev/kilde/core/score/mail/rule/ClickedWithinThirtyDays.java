package dev.kilde.core.score.mail.rule;

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
 * MR-02: somebody clicked a mail lately.
 *
 * <pre>
 *   now - 30d )----- clicked -----] now    clicked a mail within 30 days: 7
 *   clicked )----------------------] now   nothing
 * </pre>
 */
public record ClickedWithinThirtyDays() implements MailRule {

  private static final Window SPAN = new Window.Rolling(Duration.ofDays(30), null);

  @Override
  public String code() {
    return "MR-02";
  }

  @Override
  public BigDecimal best() {
    return BigDecimal.valueOf(7);
  }

  @Override
  public String doc() {
    return "clicked a mail within 30 days";
  }

  @Override
  public Verdict<RuleResult> judge(MailReader reader, Instant now) {
    return Occurrences.counted(reader.times(EngagementKind.CLICKED), SPAN, count -> count > 0, now)
        .map(any -> any ? RuleResult.whole("clicked a mail within 30 days") : RuleResult.NOTHING);
  }
}
