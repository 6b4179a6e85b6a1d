package dev.kilde.core.score.mail.rule;

import static dev.kilde.core.event.PermissionStatus.GRANTED;
import static dev.kilde.core.event.PermissionStatus.PENDING;
import static dev.kilde.core.event.PermissionStatus.REVOKED;
import static dev.kilde.core.score.mail.Mailbox.moment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.Mailbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HasLongSubscribedTest {

  private final MailRule rule = new HasLongSubscribed();

  @Test
  void itsCodeIsStable() {
    assertThat(rule.code()).isEqualTo("MR-10");
  }

  /** Granted on day 1. */
  @ParameterizedTest
  @CsvSource({
    "0d,     0, 91d",
    "91d-1,  0, 91d",
    "91d,    2, 366d",
    "366d-1, 2, 366d",
    "366d,   4, 731d",
    "731d-1, 4, 731d",
    "731d,   6, ",
  })
  void thePointsGrowWithTheTenure(String now, String points, @Nullable String until) {
    Judged.until(rule, new Mailbox().said(GRANTED, "1d"), now, points, until);
  }

  @ParameterizedTest
  @CsvSource({
    "91d,  subscriber for at least 90 days",
    "366d, subscriber for at least 365 days",
    "731d, subscriber for at least 730 days",
  })
  void itSaysHowLong(String now, String because) {
    assertThat(Judged.because(rule, new Mailbox().said(GRANTED, "1d"), now)).isEqualTo(because);
  }

  @Test
  void whatIsRevokedAndGrantedAnewBeginsAnew() {
    Mailbox mailbox = new Mailbox().said(GRANTED, "1d").said(REVOKED, "50d").said(GRANTED, "60d");

    Judged.until(rule, mailbox, "100d", "0", "150d");
  }

  @Test
  void signingUpAgainTakesNothingAway() {
    Mailbox mailbox = new Mailbox().said(GRANTED, "1d").said(PENDING, "50d").said(GRANTED, "60d");

    Judged.until(rule, mailbox, "100d", "2", "366d");
  }

  @Test
  void theOldestGrantOfAnythingThatIsWrittenCounts() {
    Mailbox mailbox =
        new Mailbox()
            .said("profiling", GRANTED, moment("0d"))
            .said("reviews", GRANTED, moment("5d"))
            .said(GRANTED, "60d");

    Judged.until(rule, mailbox, "95d-1", "0", "95d");
  }

  @Test
  void withoutAGrantThereIsNone() {
    Judged.until(rule, new Mailbox().said(PENDING, "1d"), "900d", "0", null);
  }
}
