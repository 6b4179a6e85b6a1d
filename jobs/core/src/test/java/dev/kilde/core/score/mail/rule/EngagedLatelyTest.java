package dev.kilde.core.score.mail.rule;

import static dev.kilde.core.event.EngagementKind.OPENED;
import static dev.kilde.core.event.EngagementKind.REPLIED;
import static dev.kilde.core.event.EngagementKind.SENT;
import static dev.kilde.core.score.mail.Mailbox.moment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.Mailbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngagedLatelyTest {

  private final MailRule rule = new EngagedLately();

  @Test
  void itsCodeIsStable() {
    assertThat(rule.code()).isEqualTo("MR-07");
  }

  /** Delivered on day 1, opened on day 2. */
  @ParameterizedTest
  @CsvSource({
    "1d,    0,   2d",
    "2d,    10,  9d",
    "9d-1,  10,  9d",
    "9d,    5,   32d",
    "32d-1, 5,   32d",
    "32d,   0,   62d",
    "62d-1, 0,   62d",
    "62d,   -5,  92d",
    "92d-1, -5,  92d",
    "92d,   -10, ",
  })
  void thePointsFallWithTheDays(String now, String points, @Nullable String until) {
    Judged.until(rule, new Mailbox().delivered("m", "1d").opened("m", "2d"), now, points, until);
  }

  /** Delivered on day 1, and never opened. */
  @ParameterizedTest
  @CsvSource({
    "1d,    0,   61d",
    "61d-1, 0,   61d",
    "61d,   -5,  91d",
    "91d-1, -5,  91d",
    "91d,   -10, ",
  })
  void whoNeverDidLosesFromTheFirstMessageOn(String now, String points, @Nullable String until) {
    Judged.until(rule, new Mailbox().delivered("m", "1d").delivered("n", "9d"), now, points, until);
  }

  @ParameterizedTest
  @CsvSource({
    "3d,  last engaged within 7 days",
    "10d, last engaged within 30 days",
    "62d, has not engaged for 60 days",
    "92d, has not engaged for 90 days",
  })
  void itSaysHowLong(String now, String because) {
    assertThat(Judged.because(rule, new Mailbox().opened("m", "2d"), now)).isEqualTo(because);
  }

  @Test
  void itSaysSoOfWhoNeverDid() {
    assertThat(Judged.because(rule, new Mailbox().mail(SENT, "m", "2d"), "92d"))
        .isEqualTo("has ignored every mail for 90 days");
  }

  @Test
  void withoutAnyMessageThereIsNothingToSay() {
    Judged.until(rule, new Mailbox(), "92d", "0", null);
  }

  @Test
  void aReplyIsEngagementAndAMachinesOpeningIsNot() {
    Mailbox mailbox =
        new Mailbox().mail(REPLIED, "m", "2d").mail("email", OPENED, "m", true, moment("20d"));

    Judged.until(rule, mailbox, "30d", "5", "32d");
  }
}
