package dev.kilde.core.score.mail.rule;

import static dev.kilde.core.score.mail.Mailbox.moment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.Mailbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsweredAFormTest {

  private final MailRule rule = new AnsweredAForm();

  @Test
  void itsCodeIsStable() {
    assertThat(rule.code()).isEqualTo("MR-13");
  }

  @ParameterizedTest
  @CsvSource({
    "1d-1,   0, 1d",
    "1d,     4, 366d",
    "366d-1, 4, 366d",
    "366d,   0, ",
  })
  void aFormCountsForAYear(String now, String points, @Nullable String until) {
    Mailbox mailbox = new Mailbox().visited("form_submitted", moment("1d"));

    Judged.until(rule, mailbox, now, points, until);
  }

  @Test
  void theNewestCounts() {
    Mailbox mailbox =
        new Mailbox()
            .visited("form_submitted", moment("1d"))
            .visited("form_submitted", moment("100d"));

    Judged.until(rule, mailbox, "200d", "4", "465d");
    assertThat(Judged.because(rule, mailbox, "200d")).isEqualTo("answered a form within 365 days");
  }

  @Test
  void lookingAtAPageIsNoAnswer() {
    Judged.until(rule, new Mailbox().visited("page_viewed", moment("1d")), "2d", "0", null);
  }
}
