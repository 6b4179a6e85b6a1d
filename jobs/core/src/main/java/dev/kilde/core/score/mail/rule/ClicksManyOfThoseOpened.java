package dev.kilde.core.score.mail.rule;

import dev.kilde.core.score.mail.MailReader;
import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.RuleResult;
import dev.kilde.core.score.mail.Turn;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * MR-05: what is in the mails is what somebody opens them for.
 *
 * <pre>
 *   10 opened, 5 clicked     clicked 5 of the 10 mails opened: 4, the whole
 *   10 opened, 1 clicked     clicked 1 of the 10 mails opened: 0.8
 *   10 opened, 0 clicked     nothing
 * </pre>
 */
public record ClicksManyOfThoseOpened() implements MailRule {

  @Override
  public String code() {
    return "MR-05";
  }

  @Override
  public BigDecimal best() {
    return BigDecimal.valueOf(4);
  }

  @Override
  public String doc() {
    return "by the click-to-open rate over the last 20 delivered mails, whole from every second on";
  }

  @Override
  public Verdict<RuleResult> judge(MailReader reader, Instant now) {
    return Turn.of(now, instant -> at(reader, instant), reader.ahead(now));
  }

  private static RuleResult at(MailReader reader, Instant now) {
    LastTwenty last = LastTwenty.of(reader, now);
    return RuleResult.part(
        2 * last.clicked(),
        LastTwenty.atLeastFew(last.opened()),
        last.opened() == 1
            ? "clicked the one mail opened"
            : "clicked " + last.clicked() + " of the " + last.opened() + " mails opened");
  }
}
