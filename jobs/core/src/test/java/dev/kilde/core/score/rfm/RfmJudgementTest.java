package dev.kilde.core.score.rfm;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.Told.line;
import static dev.kilde.core.score.rfm.Customer.bought;
import static dev.kilde.core.score.rfm.Customer.points;
import static dev.kilde.core.score.rfm.Customer.who;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.facts.Purchases;
import dev.kilde.core.score.Subject;
import dev.kilde.core.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RfmJudgementTest {

  private static final RfmJudgement RFM = RfmJudgement.JUDGEMENT;

  private final Told ada = Told.ofEmail("ada@example.com");

  /** One purchase at the first midnight, judged on the default bands. */
  @ParameterizedTest
  @CsvSource({
    "PT0S,        0,   5, new_customers,  30",
    "PT719H59M,   29,  5, new_customers,  30",
    "PT720H,      30,  4, promising,      90",
    "PT743H59M,   30,  4, promising,      90",
    "PT2159H59M,  89,  4, promising,      90",
    "PT2160H,     90,  3, about_to_sleep, 180",
    "PT4320H,     180, 2, hibernating,    365",
    "PT8760H,     365, 1, hibernating,    730",
    "PT17519H59M, 729, 1, hibernating,    730",
  })
  void recencyFallsByItself(Duration later, long days, int r, String group, int untilDay) {
    Verdict<Optional<Rfm>> verdict = RFM.judge(ofOne(), day(0).plus(later));

    Rfm rfm = verdict.value().orElseThrow();
    assertThat(rfm.recencyDays()).isEqualTo(days);
    assertThat(rfm.r()).isEqualTo(r);
    assertThat(rfm.group().id()).isEqualTo(group);
    assertThat(verdict.holdsUntil()).isEqualTo(day(untilDay));
  }

  @Test
  void aPurchaseLeavesExactlyAtTheEndOfItsWindow() {
    assertThat(RFM.judge(ofOne(), day(730).minusMillis(1)).value()).isPresent();
    assertThat(RFM.judge(ofOne(), day(730))).isEqualTo(Verdict.lasting(Optional.empty()));
  }

  @Test
  void aPurchaseToComeEntersAtItsInstant() {
    Subject who = who(bought(day(0), "40"), bought(day(10), "60")).subject();

    assertVerdict(who, day(-1), null, day(0));
    assertVerdict(who, day(0), new Scores(5, 1, 1, 1, "40"), day(10));
    assertVerdict(who, day(10), new Scores(5, 2, 2, 2, "100"), day(40));
  }

  @Test
  void theOlderOfTwoLeavesFirst() {
    Subject who = who(bought(day(0), "40"), bought(day(10), "60")).subject();

    assertVerdict(who, day(400), new Scores(1, 2, 2, 2, "100"), day(730));
    assertVerdict(who, day(730), new Scores(1, 1, 2, 1, "60"), day(740));
  }

  /** Purchases of 25 each. */
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 2, 2", "3, 3, 2", "4, 3, 2", "5, 4, 2", "6, 4, 3", "10, 5, 3"})
  void moreAndDearerPurchasesScoreHigher(int purchases, int f, int m) {
    var events = new dev.kilde.core.event.Event[purchases];
    for (int i = 0; i < purchases; i++) {
      events[i] = bought(day(0).plusMillis(i), "25");
    }

    Rfm rfm = RFM.judge(who(events).subject(), day(1)).value().orElseThrow();

    assertThat(rfm.f()).isEqualTo(f);
    assertThat(rfm.m()).isEqualTo(m);
  }

  @Test
  void breakPointsOfThePopulationScoreWhereQuintilesAreAskedForAndKnown() {
    BreakPoints population = points("1 2 3 12.4", "1 1 1 2", "5 6 7 8");
    RfmPlan quintiles = new RfmPlan(true, Duration.ofDays(730), RfmPlan.DEFAULT.bands());
    Customer who = who(bought(day(0), "7.99"));

    assertVerdict(
        who.by(quintiles).among(population).subject(),
        day(3),
        new Scores(2, 4, 4, 1, "7.99"),
        day(13));
    assertVerdict(
        who.by(quintiles).among(population).subject(),
        day(13),
        new Scores(1, 4, 4, 1, "7.99"),
        day(730));
    Scores byBands = new Scores(5, 1, 1, 1, "7.99");
    assertVerdict(who.by(quintiles).subject(), day(3), byBands, day(30));
    assertVerdict(who.among(population).subject(), day(3), byBands, day(30));
  }

  @Test
  void bothChannelsCountTogether() {
    Subject who =
        who(
                ada.order("1", day(1), "o1", OrderStatus.PAID, line("tent", "1", "900")),
                ada.receipt("2", day(2), "r1", line("mat", "1", "90")))
            .subject();

    assertVerdict(who, day(2), new Scores(5, 2, 4, 2, "990"), day(32));
  }

  @Test
  void whatIsFreeCancelledOrBroughtBackDoesNotCount() {
    assertThat(
            RFM.judge(
                who(
                        ada.order("1", day(1), "o1", OrderStatus.PAID, line("tent", "1", "0")),
                        ada.order(
                            "2", day(1), "o2", OrderStatus.CANCELLED, line("tent", "1", "900")),
                        ada.order(
                            "3", day(1), "o3", OrderStatus.RETURNED, line("tent", "1", "900")))
                    .subject(),
                day(2)))
        .isEqualTo(Verdict.lasting(Optional.empty()));
  }

  @Test
  void aReturnThatTakesAPurchaseToNothingTakesItAway() {
    Customer who =
        who(
            ada.receipt("1", day(1), "r1", line("tent", "1", "900")),
            ada.receipt("2", day(3), "r2", line("mat", "1", "90"), line("lamp", "1", "10")),
            ada.returned("3", day(5), "b1", "r2", line("mat", "-1", "-101")));

    assertVerdict(who.subject(), day(6), new Scores(5, 1, 4, 1, "900"), day(31));
  }

  @Test
  void breakPointsBeyondTheWindowArmNothing() {
    RfmPlan plan =
        new RfmPlan(false, Duration.ofDays(10), points("0 2 10 1e30", "1 2 3 4", "1 2 3 4"));
    Subject who = who(bought(day(0), "1")).by(plan).subject();

    assertThat(RFM.judge(who, day(0)).holdsUntil()).isEqualTo(day(2));
    assertThat(RFM.judge(who, day(2)).holdsUntil()).isEqualTo(day(10));
  }

  @Test
  void allButTheRecencyDaysIsHeld() {
    assertThat(held(day(1))).isEqualTo(held(day(29))).isNotEqualTo(held(day(30)));
    assertThat(held(day(1))).isNotEqualTo(held(day(730)));
    assertThat(RFM.reads()).containsExactly(Purchases.FACT);
    assertThat(RFM.name()).isEqualTo("rfm");
  }

  private static Object held(Instant now) {
    return RFM.held(RFM.judge(ofOne(), now).value());
  }

  private static Subject ofOne() {
    return who(bought(day(0), "40")).subject();
  }

  /** What is told of somebody but the recency days and the group. */
  private record Scores(int r, int f, int m, int frequency, String monetary) {}

  private static void assertVerdict(
      Subject who, Instant now, @Nullable Scores scores, Instant until) {
    Verdict<Optional<Rfm>> verdict = RFM.judge(who, now);
    assertThat(
            verdict
                .value()
                .map(
                    rfm ->
                        new Scores(
                            rfm.r(),
                            rfm.f(),
                            rfm.m(),
                            rfm.frequency(),
                            rfm.monetary().toPlainString())))
        .isEqualTo(Optional.ofNullable(scores));
    assertThat(verdict.holdsUntil()).isEqualTo(until);
    verdict
        .value()
        .ifPresent(rfm -> assertThat(rfm.group()).isEqualTo(RfmGroup.of(rfm.r(), rfm.f())));
  }
}
