package dev.kilde.core.segment.condition;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.segment.condition.Somebody.ADA;
import static dev.kilde.core.segment.condition.Somebody.who;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Written;
import org.junit.jupiter.api.Test;

class LoyaltyTest {

  @Test
  void whileThereAreNoMembersItIsTrueOfNobody() {
    Somebody ada = who(ADA.viewed("1", day(1), "tent"));

    ada.holds("loyalty: { tier: gold }", day(2), false, null);
    ada.holds("loyalty: { points: { atMost: 100 } }", day(2), false, null);
  }

  @Test
  void somethingHasToBeAsked() {
    Mistakes.in("loyalty: {}", "-", "nothing is asked of the member");
    Mistakes.in(
        "loyalty: { points: { atLeast: 3, atMost: 1 } }",
        "atMost",
        "nothing is at least 3 and at most 1");
  }

  @Test
  void itTellsItselfInWords() {
    assertThat(Written.condition("loyalty: { tier: gold, points: { atLeast: 100 } }").words())
        .isEqualTo("loyalty member of tier gold with at least 100 points");
  }
}
