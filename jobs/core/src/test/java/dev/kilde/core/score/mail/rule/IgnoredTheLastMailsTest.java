package dev.kilde.core.score.mail.rule;

import static dev.kilde.core.event.EngagementKind.OPENED;
import static dev.kilde.core.score.mail.Mailbox.moment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.Mailbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoredTheLastMailsTest {

  private final MailRule rule = new IgnoredTheLastMails();

  @Test
  void itsCodeIsStable() {
    assertThat(rule.code()).isEqualTo("MR-06");
  }

  /** Delivered on days 1 to so many and ignored, asked 3 days after the last was delivered. */
  @ParameterizedTest
  @CsvSource({
    "2,  0,    ",
    "3,  -7.5, ignored the last 3 mails",
    "4,  -10,  ignored the last 4 mails",
    "9,  -22.5, ignored the last 9 mails",
    "10, -25,  ignored at least the last 10 mails",
    "15, -25,  ignored at least the last 10 mails",
  })
  void theMoreInARowTheWorse(int ignored, String points, @Nullable String because) {
    Mailbox mailbox = delivered(ignored);
    String now = (ignored + 3) + "d";

    Judged.until(rule, mailbox, now, points, null);
    assertThat(Judged.because(rule, mailbox, now)).isEqualTo(because == null ? "" : because);
  }

  /** Delivered on days 1, 2 and 3. */
  @ParameterizedTest
  @CsvSource({
    "4d,   0,    6d",
    "6d-1, 0,    6d",
    "6d,   -7.5, ",
  })
  void aYoungOneDoesNotCountYet(String now, String points, @Nullable String until) {
    Judged.until(rule, delivered(3), now, points, until);
  }

  /** Four delivered on days 1 to 4, one of them opened on day 8. */
  @ParameterizedTest
  @CsvSource({"m1, 7d, -10", "m1, 8d, -7.5", "m2, 8d, 0", "m4, 8d-1, -10", "m4, 8d, 0"})
  void anOpenedOneEndsTheRow(String opened, String now, String points) {
    Judged.points(rule, delivered(4).opened(opened, "8d"), now, points);
  }

  @Test
  void aYoungOneThatIsOpenedEndsItToo() {
    Mailbox mailbox = delivered(4).delivered("young", "9d").clicked("young", "10d");

    Judged.until(rule, mailbox, "9d", "-10", "10d");
    Judged.until(rule, mailbox, "10d", "0", null);
  }

  @Test
  void whatAMachineOpenedIsIgnored() {
    Mailbox mailbox = delivered(3).mail("email", OPENED, "m3", true, moment("4d"));

    Judged.points(rule, mailbox, "6d", "-7.5");
  }

  private static Mailbox delivered(int many) {
    Mailbox mailbox = new Mailbox();
    for (int i = 1; i <= many; i++) {
      mailbox.delivered("m" + i, i + "d");
    }
    return mailbox;
  }
}
