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

class VisitedAfterAClickTest {

  private final MailRule rule = new VisitedAfterAClick();

  @Test
  void itsCodeIsStable() {
    assertThat(rule.code()).isEqualTo("MR-08");
  }

  /** Clicked on day 1, visited at an instant; asked on day 3. */
  @ParameterizedTest
  @CsvSource({"1d-1, 0", "1d, 5", "1d+1, 5", "2d-1, 5", "2d, 0"})
  void aVisitCountsFromTheClickUntilADayAfterIt(String visit, String points) {
    Judged.points(rule, clicked().visited("page_viewed", moment(visit)), "3d", points);
  }

  /** Visited 6 hours after the click of day 1. */
  @ParameterizedTest
  @CsvSource({
    "1d,     0, 30h",
    "30h-1,  0, 30h",
    "30h,    5, 750h",
    "750h-1, 5, 750h",
    "750h,   0, ",
  })
  void theVisitCountsForThirtyDays(String now, String points, @Nullable String until) {
    Judged.until(rule, clicked().visited("page_viewed", moment("30h")), now, points, until);
  }

  @Test
  void theNewestVisitCounts() {
    Mailbox mailbox =
        clicked()
            .visited("page_viewed", moment("25h"))
            .clicked("n", "10d")
            .visited("searched", moment("10d"))
            .visited("searched", moment("20d"));

    Judged.until(rule, mailbox, "15d", "5", "40d");
    assertThat(Judged.because(rule, mailbox, "15d"))
        .isEqualTo("visited within 24 hours of a click in the last 30 days");
  }

  @Test
  void neitherAVisitAloneNorAClickAloneCounts() {
    Judged.points(rule, clicked(), "2d", "0");
    Judged.points(rule, new Mailbox().visited("page_viewed", moment("1d")), "2d", "0");
  }

  @Test
  void aScannersClickLedNobodyAnywhere() {
    Mailbox mailbox =
        new Mailbox()
            .mail("email", CLICKED, "m", true, moment("1d"))
            .visited("page_viewed", moment("1d"));

    Judged.points(rule, mailbox, "2d", "0");
  }

  private static Mailbox clicked() {
    return new Mailbox().clicked("m", "1d");
  }
}
