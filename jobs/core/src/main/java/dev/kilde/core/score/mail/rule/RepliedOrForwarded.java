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
 * MR-12: somebody answered a mail or passed it on.
 *
 * <pre>
 *   now - 365d )----- replied or forwarded -----] now     replied to a mail or forwarded it: 8
 * </pre>
 */
public record RepliedOrForwarded() implements MailRule {

  private static final Window SPAN = new Window.Rolling(Duration.ofDays(365), null);

  @Override
  public String code() {
    return "MR-12";
  }

  @Override
  public BigDecimal best() {
    return BigDecimal.valueOf(8);
  }

  @Override
  public String doc() {
    return "replied to a mail or forwarded one within 365 days";
  }

  @Override
  public Verdict<RuleResult> judge(MailReader reader, Instant now) {
    return Occurrences.counted(
            reader.times(EngagementKind.REPLIED, EngagementKind.FORWARDED),
            SPAN,
            count -> count > 0,
            now)
        .map(
            any ->
                any
                    ? RuleResult.whole("replied to a mail or forwarded one within 365 days")
                    : RuleResult.NOTHING);
  }
}
