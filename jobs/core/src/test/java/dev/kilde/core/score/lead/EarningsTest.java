package dev.kilde.core.score.lead;

import static dev.kilde.core.event.EngagementKind.CLICKED;
import static dev.kilde.core.event.EngagementKind.OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.facts.Engagement;
import dev.kilde.core.facts.Visit;
import dev.kilde.core.facts.Visits;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarningsTest {

  private static final Instant NOON = Instant.parse("2024-03-01T11:00:00Z");

  @Test
  void whatWasViewedBeforeEarnsRepeatPoints() {
    Shopper ada = new Shopper(Shopper.scoring(Shopper.rule("product_viewed", "2", "4", null)));
    ada.viewed("tent", NOON)
        .viewed("lamp", NOON.plusSeconds(1))
        .viewed("tent", NOON.plusSeconds(2))
        .did("product_viewed", NOON.plusSeconds(3)) // of no product
        .did("product_viewed", NOON.plusSeconds(4))
        .viewed("tent", NOON.plusSeconds(400 * 86_400L));

    assertThat(earned(ada)).containsExactly(2.0, 2.0, 4.0, 2.0, 2.0, 4.0);
  }

  @Test
  void eachRuleRemembersItsOwnProducts() {
    Shopper ada =
        new Shopper(
            Shopper.scoring(
                Shopper.rule("product_viewed", "2", "4", null),
                Shopper.rule("cart_added", "10", "20", null)));
    ada.viewed("tent", NOON)
        .visited(new Visit(NOON.plusSeconds(1), "cart_added", null, "tent", null, null, null));

    assertThat(earned(ada)).containsExactly(2.0, 10.0);
  }

  @Test
  void theEarliestOfADayCountAndTheLastGetsWhatIsLeft() {
    Shopper ada = new Shopper(Shopper.scoring(Shopper.rule("searched", "0.4", null, "1")));
    for (int i = 0; i < 5; i++) {
      ada.did("searched", NOON.plusSeconds(i));
    }

    assertThat(earned(ada)).containsExactly(0.4, 0.4, 0.2);
  }

  @Test
  void aViewPastTheCapIsRememberedAllTheSame() {
    Shopper ada = new Shopper(Shopper.scoring(Shopper.rule("product_viewed", "2", "5", "2")));
    ada.viewed("lamp", NOON)
        .viewed("tent", NOON.plusSeconds(1))
        .viewed("tent", NOON.plusSeconds(86_400));

    assertThat(earned(ada)).containsExactly(2.0, 2.0);
    assertThat(earned(ada, 1)).isEqualTo(NOON.plusSeconds(86_400).toEpochMilli());
  }

  /** Clocks in Copenhagen go from 02:00 to 03:00 on 31 March 2024 and back on 27 October. */
  @ParameterizedTest
  @CsvSource({
    // two views, local times      | how many days they fall on
    "2024-03-30T23:59:59.999, 2024-03-31T00:00:00.000, 2",
    "2024-03-31T00:00:00.000, 2024-03-31T23:59:59.999, 1", // 23 hours
    "2024-03-31T23:59:59.999, 2024-04-01T00:00:00.000, 2",
    "2024-10-27T00:00:00.000, 2024-10-27T23:59:59.999, 1", // 25 hours
    "2024-10-27T23:59:59.999, 2024-10-28T00:00:00.000, 2",
    "2024-03-01T00:00:00.000, 2024-04-01T00:00:00.000, 2"
  })
  void aDayIsOneOfTheTenantsCalendar(String first, String second, int days) {
    Shopper ada = new Shopper(Shopper.scoring(Shopper.rule("searched", "1", null, "1")));
    ada.did("searched", local(first)).did("searched", local(second));

    assertThat(earned(ada)).hasSize(days);
  }

  @Test
  void onlyClicksInMailsAreMailClicks() {
    Shopper ada = new Shopper(Shopper.scoring(Shopper.rule("mail_clicked", "5", null, "8")));
    ada.engaged("email", OPENED, NOON)
        .engaged("sms", CLICKED, NOON.plusSeconds(1))
        .clicked(NOON.plusSeconds(2))
        .clicked(NOON.plusSeconds(3))
        .clicked(NOON.plusSeconds(4))
        .did("mail_clicked", NOON.plusSeconds(5));

    assertThat(earned(ada)).containsExactly(5.0, 3.0);
  }

  private static Instant local(String time) {
    return LocalDateTime.parse(time).atZone(Shopper.COPENHAGEN).toInstant();
  }

  private static List<Double> earned(Shopper shopper) {
    return all(shopper).stream().map(Earned::points).toList();
  }

  private static long earned(Shopper shopper, int index) {
    return all(shopper).get(index).at();
  }

  private static List<Earned> all(Shopper shopper) {
    return Earnings.of(
        new Visits(shopper.visits),
        new Engagement(shopper.responses, Set.of()),
        shopper.scoring,
        Shopper.COPENHAGEN);
  }
}
