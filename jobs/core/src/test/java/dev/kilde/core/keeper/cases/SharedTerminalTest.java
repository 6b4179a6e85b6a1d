package dev.kilde.core.keeper.cases;

import static dev.kilde.core.keeper.cases.Case.at;
import static dev.kilde.core.keeper.cases.Case.by;
import static dev.kilde.core.keeper.cases.Case.device;
import static dev.kilde.core.keeper.cases.Case.email;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.identity.ReasonCode;
import dev.kilde.core.identity.worlds.Chain;
import dev.kilde.core.keeper.Effect;
import dev.kilde.core.keeper.IdentityChange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A device that many sign in on. */
class SharedTerminalTest {

  private static final Identifier TERMINAL = device("terminal");

  /** Fifty addresses within a day; the limit is five: from the sixth on it is nobody's. */
  @Test
  void fromTheSixthAddressOnWhatATerminalDoesIsNobodys() {
    List<Event> events = new ArrayList<>();
    StringBuilder expected = new StringBuilder();
    for (int i = 1; i <= 50; i++) {
      int minute = i * 20;
      String who = "p" + i;
      events.add(by(TERMINAL, email(who)).signedIn(who + " signs in", at(0, minute)));
      events.add(by(TERMINAL).viewed("views " + i, at(0, minute + 10), "tent"));
      String view = time(minute + 10) + " | views " + i + " | terminal | ";
      expected
          .append(time(minute))
          .append(" | " + who + " signs in | " + who + " terminal | " + who);
      expected.append("\n").append(view).append(i <= 5 ? who : "terminal").append("\n");
    }
    Case story = new Case(events);
    Chain chain = story.play();

    assertThat(story.table(chain)).isEqualTo(expected.toString());
    assertThat(chain.effects().stream().filter(SharedTerminalTest::isRefusedByLimit)).hasSize(1);
    assertThat(chain.effects().stream().filter(Effect.Uncounted.class::isInstance)).hasSize(44);
  }

  /** The sixth turns out to be a clerk's mistake: the order was the fifth's. */
  @Test
  void whatMadeATerminalSharedByMistakeIsTakenBack() {
    List<Event> events = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      String who = "p" + i;
      events.add(by(TERMINAL, email(who)).signedIn(who + " signs in", at(i, 0)));
    }
    events.add(
        by(TERMINAL, email("p6")).order("orders", at(6, 0), at(6, 0), "o1", OrderStatus.PLACED));
    events.add(by(TERMINAL).viewed("views", at(7, 0), "tent"));
    events.add(by(email("p5")).order("corrected", at(8, 0), at(8, 0), "o1", OrderStatus.PLACED));

    assertThat(new Case(events).table())
        .contains("07:00 | views | terminal | p5\n")
        .contains("06:00 | orders | p6 terminal | p5\n");
  }

  private static boolean isRefusedByLimit(Effect effect) {
    return effect instanceof Effect.Reported reported
        && reported.change().kind() == IdentityChange.Kind.REFUSED
        && reported.change().refusal() == ReasonCode.LIMIT;
  }

  private static String time(int minute) {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }
}
