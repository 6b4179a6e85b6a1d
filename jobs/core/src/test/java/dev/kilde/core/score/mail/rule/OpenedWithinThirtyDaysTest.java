package dev.kilde.core.score.mail.rule;

import static dev.kilde.core.event.EngagementKind.CLICKED;
import static dev.kilde.core.event.EngagementKind.FORWARDED;
import static dev.kilde.core.event.EngagementKind.OPENED;
import static dev.kilde.core.event.EngagementKind.REPLIED;
import static dev.kilde.core.score.mail.Mailbox.moment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.Mailbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OpenedWithinThirtyDaysTest {

  private final MailRule rule = new OpenedWithinThirtyDays();

  @Test
  void itsCodeIsStable() {
    assertThat(rule.code()).isEqualTo("MR-01");
  }

  /** Opened at the end of day 1. */
  @ParameterizedTest
  @CsvSource({
    "1d-1,  0, 1d",
    "1d,    3, 31d",
    "31d-1, 3, 31d",
    "31d,   0, ",
  })
  void anOpenedMailCountsForThirtyDays(String now, String points, @Nullable String until) {
    Judged.until(rule, new Mailbox().opened("m", "1d"), now, points, until);
  }

  @Test
  void theNewestOpeningCounts() {
    Mailbox mailbox = new Mailbox().opened("m", "1d").opened("n", "11d").opened("m", "5d");

    Judged.until(rule, mailbox, "20d", "3", "41d");
    assertThat(Judged.because(rule, mailbox, "20d")).isEqualTo("opened a mail within 30 days");
  }

  /** Who clicks, replies or forwards has it open. */
  @ParameterizedTest
  @EnumSource(EngagementKind.class)
  void whatNobodyDoesWithoutOpeningCounts(EngagementKind kind) {
    boolean open = kind == OPENED || kind == CLICKED || kind == REPLIED || kind == FORWARDED;

    Judged.points(rule, new Mailbox().mail(kind, "m", "1d"), "2d", open ? "3" : "0");
  }

  @Test
  void neitherMachinesNorOtherChannelsCount() {
    Mailbox mailbox =
        new Mailbox()
            .mail("email", OPENED, "m", true, moment("1d"))
            .mail("sms", OPENED, "m", false, moment("1d"));

    Judged.until(rule, mailbox, "2d", "0", null);
  }
}
