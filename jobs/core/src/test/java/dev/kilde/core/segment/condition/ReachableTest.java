package dev.kilde.core.segment.condition;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.event.EngagementKind.HARD_BOUNCED;
import static dev.kilde.core.segment.condition.Somebody.ADA;
import static dev.kilde.core.segment.condition.Somebody.who;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Written;
import org.junit.jupiter.api.Test;

class ReachableTest {

  private static final String BY_EMAIL = "reachable: { channel: email }";

  @Test
  void whoHasAnAddressThatDoesNotBounceIs() {
    Somebody ada = who(ADA.viewed("1", day(1), "tent"));

    ada.holds(BY_EMAIL, day(2), true, null);
    ada.holds("reachable: { channel: sms }", day(2), false, null);
    who(ADA.viewed("1", day(1), "tent"), ADA.engaged("2", day(2), "email", HARD_BOUNCED))
        .holds(BY_EMAIL, day(3), false, null);
    who().holds(BY_EMAIL, day(1), false, null);
  }

  @Test
  void itTellsItselfInWords() {
    assertThat(Written.condition(BY_EMAIL).words()).isEqualTo("reachable by email");
    assertThat(who().actual(BY_EMAIL, day(1))).isEqualTo("no address that can be reached");
  }
}
