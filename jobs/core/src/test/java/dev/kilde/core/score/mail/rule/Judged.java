package dev.kilde.core.score.mail.rule;

import static dev.kilde.core.score.mail.Mailbox.moment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.score.mail.MailReader;
import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.Mailbox;
import dev.kilde.core.score.mail.RuleResult;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a rule says of a mailbox at an instant, as a table spells it. */
final class Judged {

  private Judged() {}

  /** The rule's own points to two decimals, 0 where it says nothing. */
  static void points(MailRule rule, Mailbox mailbox, String now, String points) {
    assertThat(given(rule, rule.judge(mailbox.reader(), moment(now)).value()))
        .isEqualByComparingTo(points);
  }

  /**
   * The rule's own points, and until exactly when.
   *
   * @param until null: until there is new input
   */
  static void until(
      MailRule rule, Mailbox mailbox, String now, String points, @Nullable String until) {
    points(rule, mailbox, now, points);
    MailReader reader = mailbox.reader();
    Verdict<RuleResult> verdict = rule.judge(reader, moment(now));
    Instant end = until == null ? null : moment(until);
    assertThat(verdict.holdsUntil()).isEqualTo(end);
    if (end != null) {
      assertThat(rule.judge(reader, end.minusMillis(1)).value()).isEqualTo(verdict.value());
      assertThat(rule.judge(reader, end).value()).isNotEqualTo(verdict.value());
    }
  }

  /** The reason. */
  static String because(MailRule rule, Mailbox mailbox, String now) {
    return rule.judge(mailbox.reader(), moment(now)).value().because();
  }

  private static BigDecimal given(MailRule rule, RuleResult result) {
    assertThat(result.because().isEmpty()).isEqualTo(result.share().signum() == 0);
    assertThat(result.share().abs()).isLessThanOrEqualTo(BigDecimal.ONE);
    return rule.best().multiply(result.share()).setScale(2, RoundingMode.HALF_UP);
  }
}
