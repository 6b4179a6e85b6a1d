package dev.kilde.core.score.mail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.Mailbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClicksManyOfThoseOpenedTest {

  private final MailRule rule = new ClicksManyOfThoseOpened();

  @Test
  void itsCodeIsStable() {
    assertThat(rule.code()).isEqualTo("MR-05");
  }

  /** So many opened and clicked of twenty delivered. */
  @ParameterizedTest
  @CsvSource({
    "0,  0, 0,   ",
    "10, 0, 0,   ",
    "10, 1, 0.8, clicked 1 of the 10 mails opened",
    "10, 5, 4,   clicked 5 of the 10 mails opened",
    "10, 9, 4,   clicked 9 of the 10 mails opened",
    "1,  1, 1.6, clicked the one mail opened",
  })
  void thePointsGoByTheRate(int opened, int clicked, String points, @Nullable String because) {
    Mailbox mailbox = new Mailbox();
    for (int i = 1; i <= 20; i++) {
      mailbox.delivered("m" + i, i + "d");
    }
    for (int i = 1; i <= opened; i++) {
      mailbox.opened("m" + i, "30d");
    }
    for (int i = 1; i <= clicked; i++) {
      mailbox.clicked("m" + i, "40d");
    }

    Judged.points(rule, mailbox, "50d", points);
    assertThat(Judged.because(rule, mailbox, "50d")).isEqualTo(because == null ? "" : because);
  }

  @Test
  void aMoreOftenOpenedMailIsClickedLessOftenByTheRate() {
    Mailbox mailbox = new Mailbox().delivered("a", "1d").clicked("a", "1d");
    for (int i = 1; i <= 9; i++) {
      mailbox.delivered("m" + i, "2d").opened("m" + i, (2 + i) + "d");
    }

    Judged.until(rule, mailbox, "10d", "0.89", "11d");
    Judged.until(rule, mailbox, "11d", "0.8", null);
  }
}
