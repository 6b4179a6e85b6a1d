package dev.kilde.core.score.mail.rule;

import dev.kilde.core.score.mail.MailReader;
import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.RuleResult;
import dev.kilde.core.score.mail.Turn;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * MR-04: how many of the last mails somebody clicks.
 *
 * <pre>
 *   20 delivered, 4 clicked     clicked 4 of the last 20 mails: 8, the whole
 *   20 delivered, 1 clicked     clicked 1 of the last 20 mails: 2
 *   20 delivered, 0 clicked     nothing
 * </pre>
 */
public record ClicksManyOfTheLastTwenty() implements MailRule {

  @Override
  public String code() {
    return "MR-04";
  }

  @Override
  public BigDecimal best() {
    return BigDecimal.valueOf(8);
  }

  @Override
  public String doc() {
    return "by the click rate over the last 20 delivered mails, whole from every fifth on";
  }

  @Override
  public Verdict<RuleResult> judge(MailReader reader, Instant now) {
    return Turn.of(now, instant -> at(reader, instant), reader.ahead(now));
  }

  private static RuleResult at(MailReader reader, Instant now) {
    LastTwenty last = LastTwenty.of(reader, now);
    return RuleResult.part(
        5 * last.clicked(),
        LastTwenty.atLeastFew(last.delivered()),
        LastTwenty.words("clicked", last.clicked(), last.delivered()));
  }
}
