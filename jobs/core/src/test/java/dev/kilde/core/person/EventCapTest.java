package dev.kilde.core.person;

import static dev.kilde.core.Told.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.core.Told;
import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.PermissionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventCapTest {

  private final Told ada = Told.ofEmail("ada@example.com");

  @Test
  void anEighthGoesAtATimeTheOldestFirst() {
    EventCap cap = new EventCap(16);
    List<Held> events = new ArrayList<>();
    for (int i = 17; i > 0; i--) {
      events.add(held(ada.viewed("v" + i, minute(i), "tent")));
    }

    assertThat(cap.isExceededBy(16)).isFalse();
    assertThat(cap.isExceededBy(17)).isTrue();
    assertThat(cap.excess(events))
        .extracting(held -> held.id().id())
        .containsExactly("v1", "v2", "v3");
    assertThat(cap.excess(events.subList(0, 14))).isEmpty();
  }

  @Test
  void behaviourGoesBeforePurchasesAndThoseBeforeContactAndPermission() {
    List<Event> inOrder =
        List.of(
            ada.viewed("1", minute(5), "tent"),
            ada.engaged("2", minute(6), "email", EngagementKind.HARD_BOUNCED),
            ada.receipt("3", minute(3), "r1"),
            ada.order("4", minute(4), "o1", OrderStatus.PAID),
            ada.contact("5", minute(1), "DK", null, null, Map.of()),
            ada.said("6", minute(2), "email", "marketing", PermissionStatus.GRANTED));

    assertThat(inOrder.stream().map(EventCap.Place::of).toList()).isSorted();
  }

  @Test
  void whatItHasTakenAreTheEventsUpToThePlaceOfTheLast() {
    EventCap.Place capped = EventCap.Place.of(ada.viewed("v", minute(5), "tent"));

    assertThat(EventCap.hasTaken(null, ada.viewed("v", minute(5), "tent"))).isFalse();
    assertThat(EventCap.hasTaken(capped, ada.viewed("v", minute(5), "lamp"))).isTrue();
    assertThat(EventCap.hasTaken(capped, ada.viewed("a", minute(5), "tent"))).isTrue();
    assertThat(EventCap.hasTaken(capped, ada.viewed("w", minute(5), "tent"))).isFalse();
    assertThat(EventCap.hasTaken(capped, ada.receipt("r", minute(1), "r1"))).isFalse();
  }

  @Test
  void nobodyKeepsNextToNothing() {
    assertThatThrownBy(() -> new EventCap(7)).isInstanceOf(IllegalArgumentException.class);
    assertThat(new EventCap(8).most()).isEqualTo(8);
  }

  private static Held held(Event event) {
    return Held.of(Claim.of(event));
  }
}
