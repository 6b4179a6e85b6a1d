package dev.kilde.core.score.mail.rule;

import dev.kilde.core.score.mail.MailReader;
import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.RuleResult;
import dev.kilde.core.score.mail.Turn;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * MR-03: how many of the last mails somebody opens.
 *
 * <pre>
 *   20 delivered, 10 opened     opened 10 of the last 20 mails: 8, the whole
 *   20 delivered,  5 opened     opened 5 of the last 20 mails: 4
 *   20 delivered,  0 opened     nothing
 *    1 delivered,  1 opened     opened the last mail: 3.2, as if of 5
 * </pre>
 */
public record OpensManyOfTheLastTwenty() implements MailRule {

  @Override
  public String code() {
    return "MR-03";
  }

  @Override
  public BigDecimal best() {
    return BigDecimal.valueOf(8);
  }

  @Override
  public String doc() {
    return "by the open rate over the last 20 delivered mails, whole from every second on";
  }

  @Override
  public Verdict<RuleResult> judge(MailReader reader, Instant now) {
    return Turn.of(now, instant -> at(reader, instant), reader.ahead(now));
  }

  private static RuleResult at(MailReader reader, Instant now) {
    LastTwenty last = LastTwenty.of(reader, now);
    return RuleResult.part(
        2 * last.opened(),
        LastTwenty.atLeastFew(last.delivered()),
        LastTwenty.words("opened", last.opened(), last.delivered()));
  }
}
