package dev.kilde.core.score.mail.rule;

import static dev.kilde.core.event.EngagementKind.CLICKED;
import static dev.kilde.core.score.mail.Mailbox.moment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.Mailbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClickedWithinThirtyDaysTest {

  private final MailRule rule = new ClickedWithinThirtyDays();

  @Test
  void itsCodeIsStable() {
    assertThat(rule.code()).isEqualTo("MR-02");
  }

  /** Clicked at the end of day 1. */
  @ParameterizedTest
  @CsvSource({
    "1d-1,  0, 1d",
    "1d,    7, 31d",
    "31d-1, 7, 31d",
    "31d,   0, ",
  })
  void aClickedMailCountsForThirtyDays(String now, String points, @Nullable String until) {
    Judged.until(rule, new Mailbox().clicked("m", "1d"), now, points, until);
  }

  @Test
  void anOpeningIsNoClick() {
    Judged.points(rule, new Mailbox().opened("m", "1d"), "2d", "0");
  }

  @Test
  void aScannerThatClicksWeighsNothing() {
    Mailbox mailbox = new Mailbox().mail("email", CLICKED, "m", true, moment("1d"));

    Judged.points(rule, mailbox, "2d", "0");
  }
}
