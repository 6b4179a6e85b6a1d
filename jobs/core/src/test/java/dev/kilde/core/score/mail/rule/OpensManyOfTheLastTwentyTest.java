package dev.kilde.core.score.mail.rule;

import static dev.kilde.core.event.EngagementKind.DELIVERED;
import static dev.kilde.core.event.EngagementKind.OPENED;
import static dev.kilde.core.event.EngagementKind.SENT;
import static dev.kilde.core.score.mail.Mailbox.moment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.Mailbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpensManyOfTheLastTwentyTest {

  private final MailRule rule = new OpensManyOfTheLastTwenty();

  @Test
  void itsCodeIsStable() {
    assertThat(rule.code()).isEqualTo("MR-03");
  }

  /** Delivered one a day from day 1 on, of which the first so many were opened on day 40. */
  @ParameterizedTest
  @CsvSource({
    "0,  0,  0, ",
    "1,  0,  0, ",
    "20, 0,  0, ",
    "20, 5,  4,   opened 5 of the last 20 mails",
    "20, 10, 8,   opened 10 of the last 20 mails",
    "20, 20, 8,   opened 20 of the last 20 mails",
    "10, 5,  8,   opened 5 of the last 10 mails",
    "5,  1,  3.2, opened 1 of the last 5 mails",
    "1,  1,  3.2, opened the last mail",
  })
  void thePointsGoByTheRate(int delivered, int opened, String points, @Nullable String because) {
    Mailbox mailbox = new Mailbox();
    for (int i = 1; i <= delivered; i++) {
      mailbox.delivered("m" + i, i + "d");
    }
    for (int i = 1; i <= opened; i++) {
      mailbox.opened("m" + i, "40d");
    }

    Judged.points(rule, mailbox, "50d", points);
    assertThat(Judged.because(rule, mailbox, "50d")).isEqualTo(because == null ? "" : because);
  }

  @Test
  void onlyTheTwentyDeliveredLastCount() {
    Mailbox mailbox = new Mailbox().delivered("old", "1d").opened("old", "2d");
    for (int i = 2; i <= 21; i++) {
      mailbox.delivered("m" + i, i + "d");
    }

    Judged.until(rule, mailbox, "20d", "0.8", "21d");
    Judged.until(rule, mailbox, "21d", "0", null);
  }

  @Test
  void aMailThatWasDeliveredAndOpenedTwiceIsOne() {
    Mailbox mailbox =
        new Mailbox().delivered("m", "1d").delivered("m", "2d").opened("m", "3d").opened("m", "4d");

    Judged.points(rule, mailbox, "5d", "3.2");
  }

  @Test
  void aClickImpliesAnOpening() {
    Judged.points(rule, new Mailbox().delivered("m", "1d").clicked("m", "1d"), "5d", "3.2");
  }

  @Test
  void machinesDoNotOpen() {
    Mailbox mailbox =
        new Mailbox().delivered("m", "1d").mail("email", OPENED, "m", true, moment("2d"));

    Judged.points(rule, mailbox, "5d", "0");
  }

  @Test
  void whatWasNeverDeliveredOrSaysNotWhichItIsDoesNotCount() {
    Mailbox mailbox =
        new Mailbox()
            .mail(SENT, "sent", "1d")
            .opened("sent", "2d")
            .mail(DELIVERED, null, "1d")
            .mail(OPENED, null, "2d");

    Judged.points(rule, mailbox, "5d", "0");
  }
}
