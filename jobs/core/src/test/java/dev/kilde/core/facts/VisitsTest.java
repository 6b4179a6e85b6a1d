package dev.kilde.core.facts;

import static dev.kilde.core.Told.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VisitsTest {

  private final Told ada = Told.ofEmail("ada@example.com");

  @Test
  void eachTrackingNameIsCounted() {
    Visits visits =
        Folded.of(
            Visits.FACT,
            ada.viewed("1", minute(1), "tent"),
            ada.viewed("2", minute(1), "tent"),
            ada.tracked("3", minute(2), "searched", null, null, null));

    assertThat(visits.counts())
        .containsOnly(Map.entry("product_viewed", 2L), Map.entry("searched", 1L));
  }

  @Test
  void lastViewedIsNewestFirstAndEachProductOnce() {
    Visits visits =
        Folded.of(
            Visits.FACT,
            ada.viewed("3", minute(3), "tent"),
            ada.viewed("1", minute(1), "tent"),
            ada.viewed("2", minute(2), "lamp"),
            ada.cartAdded("4", minute(4), "mat", "1"));

    assertThat(visits.lastViewed()).containsExactly("tent", "lamp");
  }

  @Test
  void twentyAreRemembered() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      events.add(ada.viewed("e" + i, minute(i), "p" + i));
    }

    assertThat(Folded.of(Visits.FACT, events).lastViewed())
        .hasSize(20)
        .startsWith("p24", "p23")
        .endsWith("p5");
  }
}
