package dev.kilde.core.segment;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.Told.line;
import static dev.kilde.core.event.OrderStatus.PAID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Known;
import dev.kilde.core.SomeTerms;
import dev.kilde.core.Told;
import dev.kilde.core.Written;
import dev.kilde.core.score.Subject;
import dev.kilde.core.segment.condition.Not;
import dev.kilde.core.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private static final Told ADA = Told.ofEmail("ada@example.com");
  private static final String QUIET = "lastPurchase: { olderThan: 60d }";

  @Test
  void itSaysOfEachConditionWhetherItIsTrueOnWhatAndUntilWhen() {
    Condition where = Written.condition("all: [{ " + QUIET + " }, { segment: vip }]");

    Explanation why = Explanation.of(where, bought(), day(20));

    assertThat(why)
        .isEqualTo(
            new Explanation(
                "all of",
                false,
                day(70),
                "1 of 2 true",
                List.of(
                    new Explanation(
                        "last purchase 60d ago or longer",
                        false,
                        day(70),
                        "last bought on 2024-03-11T00:00:00Z",
                        List.of()),
                    new Explanation("in segment vip", true, day(30), "is in it", List.of()))));
  }

  @Test
  void whatIsMadeOfSeveralMayHoldLonger() {
    Condition both = Written.condition("all: [{ " + QUIET + " }, { segment: vip }]");
    Condition opposite = Written.condition("not: { " + QUIET + " }");

    assertThat(Explanation.of(both, bought(), day(20)).isExact()).isFalse();
    assertThat(Explanation.of(opposite, bought(), day(20)).isExact()).isTrue();
    assertThat(Explanation.of(new Not(both), bought(), day(20)).isExact()).isFalse();
  }

  private static Subject bought() {
    return new Subject(
        Known.of(List.of(ADA.order("1", day(10), "o1", PAID, line("tent", "1", "900")))),
        SomeTerms.danish(),
        id -> new Verdict<>(true, day(30)));
  }
}
