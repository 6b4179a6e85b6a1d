package dev.kilde.core.score.mail.rule;

import static dev.kilde.core.event.EngagementKind.SOFT_BOUNCED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.Mailbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BouncedSoftlyInARowTest {

  private final MailRule rule = new BouncedSoftlyInARow();

  @Test
  void itsCodeIsStable() {
    assertThat(rule.code()).isEqualTo("MR-15");
  }

  /** So many that bounced, one a day. */
  @ParameterizedTest
  @CsvSource({
    "0, 0,   ",
    "1, 0,   ",
    "2, -4,  the last 2 mails bounced softly",
    "3, -6,  the last 3 mails bounced softly",
    "5, -10, at least the last 5 mails bounced softly",
    "9, -10, at least the last 5 mails bounced softly",
  })
  void theMoreInARowTheWorse(int bounced, String points, @Nullable String because) {
    Mailbox mailbox = new Mailbox().delivered("ok", "0d");
    for (int i = 1; i <= bounced; i++) {
      mailbox.mail(SOFT_BOUNCED, "m" + i, i + "d");
    }

    Judged.until(rule, mailbox, "20d", points, null);
    assertThat(Judged.because(rule, mailbox, "20d")).isEqualTo(because == null ? "" : because);
  }

  /** Bounced on days 1, 2 and 3, delivered on day 4. */
  @ParameterizedTest
  @CsvSource({
    "1d,   0,  2d",
    "2d,   -4, 3d",
    "3d,   -6, 4d",
    "4d-1, -6, 4d",
    "4d,   0,  ",
  })
  void aDeliveredOneEndsTheRow(String now, String points, @Nullable String until) {
    Mailbox mailbox =
        new Mailbox()
            .mail(SOFT_BOUNCED, "a", "1d")
            .mail(SOFT_BOUNCED, "b", "2d")
            .mail(SOFT_BOUNCED, "c", "3d")
            .delivered("d", "4d");

    Judged.until(rule, mailbox, now, points, until);
  }

  @Test
  void aMailThatIsTriedAgainIsOne() {
    Mailbox mailbox =
        new Mailbox()
            .mail(SOFT_BOUNCED, "a", "1d")
            .mail(SOFT_BOUNCED, "a", "2d")
            .mail(SOFT_BOUNCED, "a", "3d");

    Judged.points(rule, mailbox, "4d", "0");
  }

  @Test
  void whatDoesNotSayWhichItIsIsOneEach() {
    Mailbox mailbox = new Mailbox().mail(SOFT_BOUNCED, null, "1d").mail(SOFT_BOUNCED, null, "2d");

    Judged.points(rule, mailbox, "4d", "-4");
  }
}
