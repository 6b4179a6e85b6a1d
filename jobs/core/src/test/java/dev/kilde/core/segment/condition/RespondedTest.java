package dev.kilde.core.segment.condition;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.event.EngagementKind.CLICKED;
import static dev.kilde.core.event.EngagementKind.OPENED;
import static dev.kilde.core.event.EngagementKind.SOFT_BOUNCED;
import static dev.kilde.core.segment.condition.Somebody.ADA;
import static dev.kilde.core.segment.condition.Somebody.who;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RespondedTest {

  private static final Somebody ADA_CLICKED =
      who(
          ADA.engaged("1", day(1), "email", CLICKED),
          ADA.engaged("2", day(3), "sms", CLICKED),
          ADA.engaged("3", day(4), "email", CLICKED, true),
          ADA.engaged("4", day(4), "email", SOFT_BOUNCED, true),
          ADA.engaged("5", day(5), "email", OPENED));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // asked                                                 | on day 6
        "engaged: { kind: clicked, atLeast: 2 }                    | true",
        "engaged: { kind: clicked, atLeast: 3 }                    | false",
        "engaged: { kind: clicked, channel: email, atLeast: 2 }    | false",
        "engaged: { kind: clicked, channel: push }                 | false",
        "engaged: { kind: clicked, atMost: 2 }                     | true",
        "engaged: { kind: clicked, atMost: 0 }                     | false",
        "engaged: { kind: soft_bounced }                           | true",
        "engaged: { kind: complained, atMost: 0 }                  | true",
      })
  void whatMachinesClickDoesNotCount(String condition, boolean value) {
    ADA_CLICKED.holds(condition, day(6), value, null);
  }

  @Test
  void exactlyThirtyDaysAgoNoLongerCounts() {
    String condition = "engaged: { kind: clicked, channel: email, within: 30d }";

    ADA_CLICKED.holds(condition, day(6), true, day(31));
    ADA_CLICKED.holds(condition, day(31), false, null);
  }

  @Test
  void itTellsItselfInWords() {
    String condition = "engaged: { kind: clicked, channel: email, atLeast: 2, within: 30d }";

    assertThat(Written.condition(condition).words())
        .isEqualTo("message clicked by email at least 2 times within 30d");
    assertThat(ADA_CLICKED.actual(condition, day(6))).isEqualTo("once, on " + day(1));
  }
}
