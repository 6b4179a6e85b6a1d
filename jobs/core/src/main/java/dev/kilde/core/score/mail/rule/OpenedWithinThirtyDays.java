package dev.kilde.core.score.mail.rule;

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
 * MR-01: somebody opened a mail lately; who clicks has it open.
 *
 * <pre>
 *   now - 30d )----- opened -----] now     opened a mail within 30 days: 3
 *   opened )-----------------------] now   nothing
 * </pre>
 */
public record OpenedWithinThirtyDays() implements MailRule {

  private static final Window SPAN = new Window.Rolling(Duration.ofDays(30), null);

  @Override
  public String code() {
    return "MR-01";
  }

  @Override
  public BigDecimal best() {
    return BigDecimal.valueOf(3);
  }

  @Override
  public String doc() {
    return "opened or clicked a mail within 30 days";
  }

  @Override
  public Verdict<RuleResult> judge(MailReader reader, Instant now) {
    return Occurrences.counted(reader.engaged(), SPAN, count -> count > 0, now)
        .map(any -> any ? RuleResult.whole("opened a mail within 30 days") : RuleResult.NOTHING);
  }
}
