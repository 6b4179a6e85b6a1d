package dev.kilde.core.segment.condition;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.Told.line;
import static dev.kilde.core.event.OrderStatus.PAID;
import static dev.kilde.core.event.OrderStatus.RETURNED;
import static dev.kilde.core.segment.condition.Somebody.ADA;
import static dev.kilde.core.segment.condition.Somebody.who;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Written;
import dev.kilde.core.event.Event;
import org.junit.jupiter.api.Test;

class LastPurchaseTest {

  private static final String QUIET = "lastPurchase: { olderThan: 60d }";
  private static final String QUIET_OR_NEVER = "lastPurchase: { olderThan: 60d, orNever: true }";

  private static final Event FIRST = ADA.order("1", day(10), "o1", PAID, line("tent", "1", "900"));
  private static final Event SECOND = ADA.receipt("2", day(20), "r1", line("mat", "1", "90"));

  @Test
  void exactlySixtyDaysAgoIsOldEnough() {
    Somebody ada = who(FIRST, SECOND);

    ada.holds(QUIET, day(20), false, day(80));
    ada.holds(QUIET, day(80).minusMillis(1), false, day(80));
    ada.holds(QUIET, day(80), true, null);
  }

  @Test
  void ofNeverBuyersItIsTrueOnlyWhereItSaysSo() {
    who().holds(QUIET, day(1), false, null);
    who().holds("lastPurchase: { olderThan: 60d, orNever: false }", day(1), false, null);
    who().holds(QUIET_OR_NEVER, day(1), true, null);
  }

  @Test
  void whoReturnedAllBoughtNothing() {
    Event back =
        ADA.order("3", day(30), day(30), day(10), "o1", RETURNED, line("tent", "1", "900"));

    who(FIRST, back).holds(QUIET_OR_NEVER, day(30), true, null);
    who(FIRST, SECOND, back).holds(QUIET, day(30), false, day(80));
  }

  @Test
  void onePlacedAheadIsNoneBeforeItsTime() {
    Event ahead = ADA.order("4", day(1), day(1), day(75), "o2", PAID, line("tent", "1", "900"));
    Event farAhead = ADA.order("5", day(1), day(1), day(90), "o3", PAID, line("tent", "1", "900"));

    who(ahead).holds(QUIET, day(2), false, day(135));
    who(ahead).holds(QUIET_OR_NEVER, day(2), true, day(75));
    who(FIRST, ahead).holds(QUIET, day(20), false, day(70));
    who(FIRST, ahead).holds(QUIET, day(70), true, day(75));
    who(SECOND, ahead).holds(QUIET, day(20), false, day(135));
    who(SECOND, ahead, farAhead).holds(QUIET, day(20), false, day(150));
  }

  @Test
  void itTellsItselfInWords() {
    assertThat(Written.condition(QUIET_OR_NEVER).words())
        .isEqualTo("last purchase 60d ago or longer, or never bought");
    assertThat(who(FIRST, SECOND).actual(QUIET, day(30))).isEqualTo("last bought on " + day(20));
    assertThat(who(SECOND).actual(QUIET, day(19))).isEqualTo("never bought");
  }
}
