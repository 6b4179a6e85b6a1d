package dev.kilde.core.score.rfm;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.score.rfm.Customer.bought;
import static dev.kilde.core.score.rfm.Customer.who;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuyerTest {

  private static final Duration WEEK = Duration.ofDays(7);

  @Test
  void whatIsInTheHalfOpenWindowCounts() {
    var buying = who(bought(day(1), "10"), bought(day(2), "20.50")).subject().buying();

    assertThat(Buyer.of(buying, WEEK, day(1).minusMillis(1))).isEmpty();
    assertThat(Buyer.of(buying, WEEK, day(1))).hasValue(buyer(1, 1, "10"));
    assertThat(Buyer.of(buying, WEEK, day(8).minusMillis(1))).hasValue(buyer(2, 2, "30.5"));
    assertThat(Buyer.of(buying, WEEK, day(8))).hasValue(buyer(2, 1, "20.5"));
    assertThat(Buyer.of(buying, WEEK, day(9))).isEqualTo(Optional.empty());
  }

  @Test
  void equalAmountsAreEqualHoweverTheyAreWritten() {
    assertThat(buyer(1, 1, "100.00")).isEqualTo(buyer(1, 1, "1E+2"));
    assertThat(buyer(1, 1, "1E+2").monetary()).hasToString("100");
  }

  @Test
  void nobodyBuysNothing() {
    assertThatThrownBy(() -> buyer(1, 0, "10")).hasMessage("0 purchases for 10");
    assertThatThrownBy(() -> buyer(1, 1, "0")).hasMessage("1 purchases for 0");
  }

  private static Buyer buyer(int lastDay, int frequency, String monetary) {
    return new Buyer(day(lastDay), frequency, new BigDecimal(monetary));
  }
}
