package dev.kilde.core.score.mail.rule;

import dev.kilde.core.score.mail.MailReader;
import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.RuleResult;
import dev.kilde.core.score.mail.Turn;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * MR-10: how long somebody has been a subscriber.
 *
 * <pre>
 *   granted |-- nothing --|-- 2 --|-- 4 --|-- 6 ...
 *           0             90d     365d    730d
 * </pre>
 *
 * Counted from the oldest grant that stands; what is revoked and granted anew begins anew.
 */
public record HasLongSubscribed() implements MailRule {

  private static final List<Duration> BANDS =
      List.of(Duration.ofDays(90), Duration.ofDays(365), Duration.ofDays(730));

  @Override
  public String code() {
    return "MR-10";
  }

  @Override
  public BigDecimal best() {
    return BigDecimal.valueOf(6);
  }

  @Override
  public String doc() {
    return "by the tenure as a subscriber: a third from 90 days on, two from 365, the whole from"
        + " 730";
  }

  @Override
  public Verdict<RuleResult> judge(MailReader reader, Instant now) {
    Instant since = reader.grantedSince();
    if (since == null) {
      return Verdict.lasting(RuleResult.NOTHING);
    }
    return Turn.of(now, instant -> at(since, instant), BANDS.stream().map(since::plus));
  }

  private static RuleResult at(Instant since, Instant now) {
    int reached = (int) BANDS.stream().filter(band -> !since.plus(band).isAfter(now)).count();
    return reached == 0
        ? RuleResult.NOTHING
        : RuleResult.part(
            reached,
            BANDS.size(),
            "subscriber for at least " + BANDS.get(reached - 1).toDays() + " days");
  }
}
