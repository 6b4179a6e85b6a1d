package dev.kilde.core.score.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kilde.core.Catalogue;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.facts.Visit;
import dev.kilde.core.score.Subject;
import dev.kilde.core.score.lead.LeadScore.Contribution;
import dev.kilde.core.score.lead.LeadScoring.LeadRule;
import dev.kilde.core.verdict.Range;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadScoreJudgementTest {

  private static final Instant NOON = Instant.parse("2024-03-01T11:00:00Z");

  /** The first instant of a drawn life, two days before clocks change. */
  private static final Instant DRAWN = Instant.parse("2024-03-29T12:00:00Z");

  private static final Duration HALF_LIFE = Duration.ofDays(7);

  /** Fifty points earned at noon. */
  private static Shopper fifty() {
    return new Shopper(Shopper.scoring(Shopper.rule("checkout_started", "50")))
        .did("checkout_started", NOON);
  }

  @ParameterizedTest
  @CsvSource({
    // after     | value | band |
    "PT0S,         50.00,  hot",
    "PT0.001S,     50.00,  warm", // by a third of a ten-millionth of a point
    "P1D,          45.29,  warm",
    "P7D,          25.00,  warm", // exactly
    "P7DT0.001S,   25.00,  cold",
    "P14D,         12.50,  cold",
    "P70D,          0.05,  cold",
    "P400D,         0.00,  cold"
  })
  void pointsLoseHalfTheirWorthInEveryHalfLife(Duration after, BigDecimal value, String band) {
    LeadScore score = fifty().scoreAt(NOON.plus(after));

    assertThat(score.value()).isEqualTo(value);
    assertThat(score.band()).isEqualTo(band);
  }

  @Test
  void decayAloneCrossesAThresholdAtItsExactInstant() {
    assertThat(fifty().judgeAt(NOON).holdsUntil()).isEqualTo(NOON.plusMillis(1));
    assertThat(fifty().judgeAt(NOON.plusMillis(1)).holdsUntil())
        .isEqualTo(NOON.plus(HALF_LIFE).plusMillis(1));
    assertThat(fifty().judgeAt(NOON.plus(HALF_LIFE).plusMillis(1)).holdsUntil()).isNull();
  }

  @Test
  void pointsCrossAThresholdUpTheMomentTheyAreEarned() {
    Shopper ada = new Shopper(Shopper.scoring(Shopper.rule("searched", "5")));
    for (int i = 0; i < 4; i++) {
      ada.did("searched", NOON);
    }
    assertThat(ada.scoreAt(NOON).band()).isEqualTo("cold");

    ada.did("searched", NOON);

    assertThat(ada.scoreAt(NOON))
        .isEqualTo(
            new LeadScore(
                new BigDecimal("25.00"),
                "warm",
                List.of(new Contribution("searched", new BigDecimal("25.00")))));
  }

  @ParameterizedTest
  @CsvSource({
    // placed on day | looked at on day | value
    "1,                0.99,              45.33", // not yet
    "1,                1,                  9.06", // a fifth of 45.29
    "7,                7,                  5.00",
    "0,                0,                 50.00", // at the same instant: not before it
    "-1,               0,                 50.00"
  })
  void aPurchaseLeavesAFifthOfWhatWasEarnedBeforeIt(
      double placed, double looked, BigDecimal value) {
    Shopper ada = fifty().bought(day(placed));

    assertThat(ada.scoreAt(day(looked)).value()).isEqualTo(value);
  }

  @Test
  void everyPurchaseTakesItsShareAgain() {
    Shopper ada = fifty().bought(day(1)).did("checkout_started", day(2)).bought(day(3));

    // 50 x 0.2 x 0.2 after 7 days, 50 x 0.2 after 5
    assertThat(ada.scoreAt(day(7)).value()).isEqualTo("7.10");
  }

  @Test
  void anOrderThatWasCancelledTakesNothing() {
    Shopper ada = fifty().ordered(day(0.5), OrderStatus.CANCELLED);

    assertThat(ada.scoreAt(day(7)).value()).isEqualTo("25.00");
  }

  @Test
  void aPurchaseDatedInTheFutureCrossesAtItsOwnInstant() {
    Shopper ada = fifty().bought(day(3));

    assertThat(ada.judgeAt(day(1)))
        .satisfies(
            verdict -> {
              assertThat(verdict.value().band()).isEqualTo("warm");
              assertThat(verdict.holdsUntil()).isEqualTo(day(3));
            });
    assertThat(ada.scoreAt(day(3)).band()).isEqualTo("cold");
  }

  @Test
  void theScoreExplainsItself() {
    Shopper ada =
        new Shopper(LeadScoring.DEFAULT)
            .viewed("tent", NOON)
            .viewed("tent", NOON)
            .visited(new Visit(NOON, "page_viewed", "returns", null, null, null, null))
            .did("searched", NOON)
            .did("category_viewed", NOON)
            .clicked(NOON.minus(HALF_LIFE))
            .did("checkout_started", NOON.minus(HALF_LIFE.multipliedBy(12)));

    assertThat(ada.scoreAt(NOON).contributions())
        .extracting(each -> each.rule() + " " + each.points())
        .containsExactly(
            "product_viewed 6.00",
            "page_viewed[shipping,returns,warranty] 5.00",
            "mail_clicked 2.50",
            "category_viewed 1.00",
            "searched 1.00"); // of the checkout 0.004 points are left
    assertThat(ada.scoreAt(NOON).value()).isEqualTo("15.50");
  }

  @Test
  void somebodyNothingIsKnownOfIsColdForGood() {
    assertThat(new Shopper(LeadScoring.DEFAULT).judgeAt(NOON))
        .isEqualTo(Verdict.lasting(new LeadScore(new BigDecimal("0.00"), "cold", List.of())));
  }

  @ParameterizedTest
  @CsvSource({
    // at least | at most | judged after | in it | until after
    "30,          ,          PT0S,         true,   P5DT3H48M36.792S",
    "30,          ,          P6D,          false,  ",
    ",            30,        PT0S,         false,  P5DT3H48M36.792S",
    ",            30,        P6D,          true,   ",
    "0,           ,          PT0S,         true,   ",
    "51,          ,          PT0S,         false,  ",
    "25,          30,        PT0S,         false,  P5DT3H48M36.792S",
    "25,          30,        P6D,          true,   P7DT0.001S",
    "25,          30,        P8D,          false,  ",
    "29.99999998, 30.00000001, PT0S,       false,  " // between two milliseconds it falls past it
  })
  void inARangeUntilTheExactInstant(
      @Nullable BigDecimal atLeast,
      @Nullable BigDecimal atMost,
      Duration after,
      boolean inIt,
      @Nullable Duration until) {
    Verdict<Boolean> verdict =
        LeadScoreJudgement.compared(
            fifty().subject(), new Range(atLeast, atMost), NOON.plus(after));

    assertThat(verdict).isEqualTo(new Verdict<>(inIt, until == null ? null : NOON.plus(until)));
  }

  /** A life, and an instant at which it is looked at; some of it is still to come. */
  private record Drawn(Shopper shopper, Instant now, Random random) {
    Instant moment(long maxHours) {
      return now.plusMillis((long) (random.nextDouble() * maxHours * 3_600_000));
    }
  }

  @Provide
  Arbitrary<Drawn> drawn() {
    return Arbitraries.longs()
        .withDistribution(RandomDistribution.uniform())
        .map(seed -> draw(new Random(seed)));
  }

  private static Drawn draw(Random random) {
    List<LeadRule> rules = new ArrayList<>(LeadScoring.DEFAULT.rules());
    rules.add(Shopper.rule("page_type", "0.7", "1.4", "3").onPages("home", "returns"));
    String[] keeps = {"0", "0.2", "0.5", "1"};
    Shopper shopper =
        new Shopper(
            new LeadScoring(
                random.nextBoolean() ? HALF_LIFE : Duration.ofHours(1 + random.nextInt(30)),
                rules,
                BigDecimal.valueOf(random.nextInt(30)),
                BigDecimal.valueOf(30 + random.nextInt(40)),
                new BigDecimal(keeps[random.nextInt(keeps.length)])));
    String[] names = {
      "product_viewed",
      "category_viewed",
      "searched",
      "cart_added",
      "checkout_started",
      "page_viewed",
      "signed_in"
    };
    String[] pages = {"home", "returns", "shipping", null};
    for (int i = random.nextInt(40); i > 0; i--) {
      String product = random.nextInt(3) == 0 ? null : "p" + random.nextInt(4);
      shopper.visited(
          new Visit(
              someTime(random),
              names[random.nextInt(names.length)],
              pages[random.nextInt(pages.length)],
              product,
              null,
              null,
              null));
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      shopper.clicked(someTime(random));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      shopper.bought(someTime(random));
    }
    return new Drawn(shopper, DRAWN.plus(Duration.ofHours(random.nextInt(120))), random);
  }

  /** Around the change to daylight saving; often the same as another. */
  private static Instant someTime(Random random) {
    Instant hour = DRAWN.plusSeconds(3600L * random.nextInt(80));
    return random.nextBoolean() ? hour : hour.plusMillis(random.nextInt(3_600_000));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void itIsWhatTheSpecificationSaysInFloatingPoint(@ForAll("drawn") Drawn drawn) {
    Subject subject = drawn.shopper.subject();
    for (int i = 0; i < 20; i++) {
      Instant at = drawn.moment(1000);

      assertThat(subject.leadCurve().at(at).doubleValue())
          .isCloseTo(NaiveLead.at(drawn.shopper, at), within(1e-9));
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void theBandHoldsUntilItSaysAndIsAnotherThen(@ForAll("drawn") Drawn drawn) {
    Verdict<LeadScore> verdict = drawn.shopper.judgeAt(drawn.now);
    String band = verdict.value().band();
    Instant until = verdict.holdsUntil();

    for (Instant at : before(drawn, until)) {
      assertThat(drawn.shopper.scoreAt(at).band()).as("at %s", at).isEqualTo(band);
    }
    if (until != null) {
      assertThat(until).isAfter(drawn.now);
      assertThat(drawn.shopper.scoreAt(until).band()).isNotEqualTo(band);
    }
    assertThat(LeadScoreJudgement.JUDGEMENT.held(verdict.value())).isEqualTo(band);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aComparisonHoldsUntilItSaysAndFlipsThen(@ForAll("drawn") Drawn drawn) {
    int low = drawn.random.nextInt(40);
    Range range =
        Range.of(
            drawn.random.nextInt(3) == 0 ? null : low,
            drawn.random.nextInt(3) == 0 ? null : low + drawn.random.nextInt(10));
    Verdict<Boolean> verdict =
        LeadScoreJudgement.compared(drawn.shopper.subject(), range, drawn.now);
    Instant until = verdict.holdsUntil();

    for (Instant at : before(drawn, until)) {
      assertThat(range.holds(drawn.shopper.subject().leadCurve().at(at)))
          .as("at %s", at)
          .isEqualTo(verdict.value());
    }
    if (until != null) {
      assertThat(until).isAfter(drawn.now);
      assertThat(range.holds(drawn.shopper.subject().leadCurve().at(until)))
          .isNotEqualTo(verdict.value());
    }
  }

  /** Asked late of facts that were asked before, it says what it says when asked first. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void whatItWasAskedBeforeDoesNotMatter(@ForAll("drawn") Drawn drawn) {
    Subject asked = drawn.shopper.subject();
    for (int i = 0; i < 10; i++) {
      Instant at = drawn.moment(1200);

      assertThat(LeadScoreJudgement.JUDGEMENT.judge(asked, at))
          .isEqualTo(drawn.shopper.judgeAt(at));
    }
  }

  /** A dense grid on {@code [now, until)}, its ends, and every instant something is dated at. */
  private static List<Instant> before(Drawn drawn, @Nullable Instant until) {
    Instant end = until == null ? drawn.now.plus(Duration.ofDays(500)) : until;
    long span = Duration.between(drawn.now, end).toMillis();
    List<Instant> instants = new ArrayList<>(List.of(drawn.now, end.minusMillis(1)));
    for (int i = 1; i < 60; i++) {
      instants.add(drawn.now.plusMillis((long) (drawn.random.nextDouble() * span)));
    }
    drawn.shopper.purchases.forEach(instants::add);
    drawn.shopper.visits.forEach(visit -> instants.add(visit.at()));
    instants.removeIf(at -> at.isBefore(drawn.now) || !at.isBefore(end));
    return instants;
  }

  @Test
  void itIsInTheCatalogue() {
    assertThat(Catalogue.JUDGEMENTS).contains(LeadScoreJudgement.JUDGEMENT);
    assertThat(LeadScoreJudgement.JUDGEMENT.name()).isEqualTo("lead-score");
  }

  private static Instant day(double days) {
    return NOON.plusMillis(Math.round(days * 86_400_000));
  }
}
