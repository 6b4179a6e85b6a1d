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
import dev.kilde.core.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlookTest {

  private static final Told ADA = Told.ofEmail("ada@example.com");

  /** On day 10, and nothing else. */
  private static final String RECENT = "{ purchased: { within: 5d } }";

  private static final String QUIET = "{ lastPurchase: { olderThan: 60d } }";
  private static final String VERY_QUIET = "{ lastPurchase: { olderThan: 90d } }";

  @Test
  void itLooksPastInstantsAtWhichNothingChanges() {
    Outlook.Of either = only("any: [" + RECENT + ", { not: " + QUIET + " }]");

    assertThat(either.why().holdsUntil()).as("what the condition promises").isEqualTo(day(70));
    assertThat(either.in()).isTrue();
    assertThat(either.until()).isEqualTo(day(70));
    assertThat(either.exact()).isTrue();

    Outlook.Of never = only("all: [" + RECENT + ", " + QUIET + "]");
    assertThat(never.why().holdsUntil()).isEqualTo(day(70));
    assertThat(never.in()).isFalse();
    assertThat(never.until()).as("by then it is no longer recent").isNull();
    assertThat(never.exact()).isTrue();
  }

  @Test
  void otherSegmentsAreJudgedAtTheSameInstant() {
    List<Outlook.Of> all =
        all(
            segment("a-quiet", "any: [" + QUIET + "]"),
            segment("b-very", "all: [{ segment: a-quiet }, " + VERY_QUIET + "]"),
            segment("c-not", "not: { segment: b-very }"));

    assertThat(all)
        .extracting(each -> each.segment().id())
        .containsExactly("a-quiet", "b-very", "c-not");
    assertThat(all).extracting(Outlook.Of::in).containsExactly(false, false, true);
    assertThat(all).extracting(Outlook.Of::until).containsExactly(day(70), day(100), day(100));
    Explanation inQuiet = all.get(1).why().parts().get(0);
    assertThat(inQuiet)
        .isEqualTo(
            new Explanation("in segment a-quiet", false, day(70), "is not in it", List.of()));
  }

  @Test
  void whatNeverMeetsIsLookedAtSoManyTimesOnly() {
    Outlook.Of odd = outlook(List.of(segment("odd", new Odd()))).get(0);

    assertThat(odd.in()).isFalse();
    assertThat(odd.exact()).isFalse();
    assertThat(odd.until()).isEqualTo(day(12 + Outlook.MOST_STEPS));
  }

  /** Asks to be looked at again every day. */
  private record Odd() implements Condition {
    @Override
    public Verdict<Boolean> judge(Subject who, Instant now) {
      return new Verdict<>(false, now.plus(Duration.ofDays(1)));
    }

    @Override
    public Reads reads() {
      return Reads.NOTHING;
    }

    @Override
    public String words() {
      return "odd";
    }

    @Override
    public String actual(Subject who, Instant now) {
      return "nothing";
    }
  }

  private static Outlook.Of only(String where) {
    return all(segment("only", where)).get(0);
  }

  private static List<Outlook.Of> all(Segment... segments) {
    return outlook(List.of(segments));
  }

  private static List<Outlook.Of> outlook(List<Segment> segments) {
    return Outlook.of(
        SegmentSet.of(segments).set(),
        Known.of(List.of(ADA.order("1", day(10), "o1", PAID, line("tent", "1", "900")))),
        SomeTerms.danish(),
        day(11));
  }

  private static Segment segment(String id, String where) {
    return segment(id, Written.condition(where));
  }

  private static Segment segment(String id, Condition where) {
    return TestCondition.segment(id, where);
  }
}
