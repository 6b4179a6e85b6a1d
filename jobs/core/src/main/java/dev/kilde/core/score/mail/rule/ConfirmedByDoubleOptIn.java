package dev.kilde.core.score.mail.rule;

import dev.kilde.core.score.mail.MailReader;
import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.RuleResult;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * MR-11: the sign-up was confirmed: it was pending and then granted, or the grant's evidence names
 * what completed it.
 *
 * <pre>
 *   pending ---- granted                               confirmed by double opt-in: 3
 *   granted, finalAction: double_opt_in_clicked        confirmed by double opt-in: 3
 *   granted                                            nothing
 *   granted, finalAction: form_submitted               nothing
 * </pre>
 */
public record ConfirmedByDoubleOptIn() implements MailRule {

  @Override
  public String code() {
    return "MR-11";
  }

  @Override
  public BigDecimal best() {
    return BigDecimal.valueOf(3);
  }

  @Override
  public String doc() {
    return "confirmed the sign-up by double opt-in";
  }

  @Override
  public Verdict<RuleResult> judge(MailReader reader, Instant now) {
    return Verdict.lasting(
        reader.isConfirmed()
            ? RuleResult.whole("confirmed the sign-up by double opt-in")
            : RuleResult.NOTHING);
  }
}
