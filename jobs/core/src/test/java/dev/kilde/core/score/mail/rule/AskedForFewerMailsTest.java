package dev.kilde.core.score.mail.rule;

import static dev.kilde.core.score.mail.Mailbox.moment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.Mailbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedForFewerMailsTest {

  private final MailRule rule = new AskedForFewerMails();

  @Test
  void itsCodeIsStable() {
    assertThat(rule.code()).isEqualTo("MR-14");
  }

  @ParameterizedTest
  @CsvSource({
    "mailFrequency, fewer,     -5",
    "mailFrequency, less,      -5",
    "mailFrequency, reduced,   -5",
    "mailFrequency, rarely,    -5",
    "mailFrequency, seldom,    -5",
    "mailFrequency, weekly,    -5",
    "mailFrequency, monthly,   -5",
    "mailFrequency, quarterly, -5",
    "mailFrequency, ' Weekly', -5",
    "mailFrequency, daily,     0",
    "mailFrequency, normal,    0",
    "mailFrequency, more,      0",
    "size,          less,      0",
  })
  void someWordsAskForFewer(String attribute, String word, String points) {
    Judged.until(rule, new Mailbox().asked(attribute, word, moment("1d")), "2d", points, null);
  }

  @Test
  void theNewestWordCounts() {
    Mailbox mailbox =
        new Mailbox()
            .asked("mailFrequency", "fewer", moment("1d"))
            .asked("mailFrequency", "normal", moment("2d"));

    Judged.points(rule, mailbox, "3d", "0");
  }

  @Test
  void itSaysSo() {
    Mailbox mailbox = new Mailbox().asked("mailFrequency", "fewer", moment("1d"));

    assertThat(Judged.because(rule, mailbox, "2d")).isEqualTo("asked for fewer mails");
  }
}
