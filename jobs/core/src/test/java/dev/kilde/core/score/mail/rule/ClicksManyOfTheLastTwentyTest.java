package dev.kilde.core.score.mail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.Mailbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClicksManyOfTheLastTwentyTest {

  private final MailRule rule = new ClicksManyOfTheLastTwenty();

  @Test
  void itsCodeIsStable() {
    assertThat(rule.code()).isEqualTo("MR-04");
  }

  /** Delivered one a day from day 1 on, of which the first so many were clicked on day 40. */
  @ParameterizedTest
  @CsvSource({
    "0,  0,  0, ",
    "20, 0,  0, ",
    "20, 1,  2,   clicked 1 of the last 20 mails",
    "20, 4,  8,   clicked 4 of the last 20 mails",
    "20, 9,  8,   clicked 9 of the last 20 mails",
    "5,  1,  8,   clicked 1 of the last 5 mails",
    "10, 1,  4,   clicked 1 of the last 10 mails",
  })
  void thePointsGoByTheRate(int delivered, int clicked, String points, @Nullable String because) {
    Mailbox mailbox = new Mailbox();
    for (int i = 1; i <= delivered; i++) {
      mailbox.delivered("m" + i, i + "d");
    }
    for (int i = 1; i <= clicked; i++) {
      mailbox.clicked("m" + i, "40d");
    }

    Judged.points(rule, mailbox, "50d", points);
    assertThat(Judged.because(rule, mailbox, "50d")).isEqualTo(because == null ? "" : because);
  }

  @Test
  void itHoldsUntilTheNextClick() {
    Mailbox mailbox = new Mailbox().delivered("m", "1d").opened("m", "2d").clicked("m", "3d");

    Judged.until(rule, mailbox, "3d-1", "0", "3d");
    Judged.until(rule, mailbox, "3d", "8", null);
  }
}
