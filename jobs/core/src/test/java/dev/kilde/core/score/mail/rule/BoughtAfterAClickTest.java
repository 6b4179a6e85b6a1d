package dev.kilde.core.score.mail.rule;

import static dev.kilde.core.score.mail.Mailbox.moment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.Mailbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoughtAfterAClickTest {

  private final MailRule rule = new BoughtAfterAClick();

  @Test
  void itsCodeIsStable() {
    assertThat(rule.code()).isEqualTo("MR-09");
  }

  /** Clicked on day 1, bought at an instant; asked on day 10. */
  @ParameterizedTest
  @CsvSource({"1d-1, 0", "1d, 8", "6d-1, 8", "6d, 0"})
  void aPurchaseCountsFromTheClickUntilFiveDaysAfterIt(String bought, String points) {
    Judged.points(rule, clicked().ordered(OrderStatus.PAID, moment(bought)), "10d", points);
  }

  /** Bought on day 2. */
  @ParameterizedTest
  @CsvSource({
    "2d-1,   0, 2d",
    "2d,     8, 367d",
    "367d-1, 8, 367d",
    "367d,   0, ",
  })
  void thePurchaseCountsForAYear(String now, String points, @Nullable String until) {
    Judged.until(rule, clicked().ordered(OrderStatus.PAID, moment("2d")), now, points, until);
  }

  @Test
  void onlyACountingPurchaseDoes() {
    Judged.points(rule, clicked().ordered(OrderStatus.CANCELLED, moment("2d")), "3d", "0");
    assertThat(Judged.because(rule, clicked().ordered(OrderStatus.PAID, moment("2d")), "3d"))
        .isEqualTo("bought within 5 days of a click in the last 365 days");
  }

  private static Mailbox clicked() {
    return new Mailbox().clicked("m", "1d");
  }
}
