package dev.kilde.core.segment.condition;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.Told.minute;
import static dev.kilde.core.segment.condition.Somebody.ADA;
import static dev.kilde.core.segment.condition.Somebody.who;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Written;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Tracked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidTest {

  /** Looked at, at noon of the days 1, 3 and 5. */
  private static final Somebody ADA_LOOKED =
      who(
          looked("1", noon(1), "tent-2", "outdoor/tents", "Nordisk", "product", null),
          looked("2", noon(3), "tent-2", "outdoor/tents/dome", "Nordisk", "product", null),
          looked("3", noon(5), "mat", "outdoor/tents-2", null, null, null),
          new Tracked(
              ADA.viewed("4", noon(5), "").envelope(),
              "searched",
              null,
              null,
              null,
              null,
              "Tent",
              null,
              null,
              null));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // asked                                                      | on day 6 | until minute
        "did: { event: product_viewed }                                   | true  |",
        "did: { event: page_viewed }                                      | false |",
        "did: { event: product_viewed, product: tent-2, atLeast: 2 }      | true  |",
        "did: { event: product_viewed, product: tent-2, atLeast: 3 }      | false |",
        "did: { event: product_viewed, category: outdoor, atLeast: 3 }    | true  |",
        "did: { event: product_viewed, category: outdoor/tents, atLeast: 2 } | true |",
        "did: { event: product_viewed, category: outdoor/tents, atLeast: 3 } | false |",
        "did: { event: product_viewed, category: tents }                  | false |",
        "did: { event: product_viewed, brand: Nordisk, atLeast: 3 }       | false |",
        "did: { event: product_viewed, pageType: product, atLeast: 2 }    | true  |",
        "did: { event: product_viewed, pageType: product, atLeast: 3 }    | false |",
        "did: { event: searched, searchTerm: tent }                       | true  |",
        "did: { event: searched, searchTerm: te }                         | false |",
        "did: { event: product_viewed, product: tent-2, category: outdoor/tents/dome } | true |",
        "did: { event: product_viewed, product: mat, category: outdoor/tents }         | false |",
      })
  void everyPartThatIsGivenHasToFitOneEvent(String condition, boolean value) {
    ADA_LOOKED.holds(condition, day(6), value, null);
  }

  /** Three in all: at most counts none, too, and at least defaults to 1 or 0. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "did: { event: product_viewed, atMost: 3 }             | true",
        "did: { event: product_viewed, atMost: 2 }             | false",
        "did: { event: product_viewed, atMost: 2, within: 2d } | true",
        "did: { event: page_viewed, atMost: 2 }                | true",
        "did: { event: page_viewed, atMost: 0 }                | true",
        "did: { event: page_viewed, atLeast: 1, atMost: 2 }    | false",
        "did: { event: product_viewed, atLeast: 3, atMost: 3 } | true",
      })
  void atMostIncludesNone(String condition, boolean value) {
    assertThat(ADA_LOOKED.is(condition, day(6))).isEqualTo(value);
  }

  @Test
  void exactlySevenDaysAgoNoLongerCounts() {
    Somebody ada = who(ADA.viewed("1", noon(1), "tent"));
    String condition = "did: { event: product_viewed, within: 7d }";

    ada.holds(condition, noon(1), true, noon(8));
    ada.holds(condition, noon(8).minusMillis(1), true, noon(8));
    ada.holds(condition, noon(8), false, null);
  }

  @Test
  void theOldestOfThoseNeededDecidesWhenItEnds() {
    String twice = "did: { event: product_viewed, atLeast: 2, within: 7d }";

    ADA_LOOKED.holds(twice, day(6), true, noon(10));
    ADA_LOOKED.holds("not: { " + twice + " }", day(6), false, noon(10));
    ADA_LOOKED.holds(
        "did: { event: product_viewed, atMost: 1, within: 7d }", day(6), false, noon(10));
    ADA_LOOKED.holds(
        "did: { event: product_viewed, atMost: 0, within: 7d }", day(6), false, noon(12));
  }

  /** Copenhagen's clocks go forward on 31 March 2024, day 30: that day has 23 hours. */
  @ParameterizedTest
  @CsvSource({
    // happened at,        calendar days, counts until
    "2024-03-29T22:59:59Z, 2, 2024-03-30T23:00:00Z",
    "2024-03-29T23:00:00Z, 2, 2024-03-31T22:00:00Z",
    "2024-03-30T23:00:00Z, 1, 2024-03-31T22:00:00Z",
    "2024-03-31T12:00:00Z, 1, 2024-03-31T22:00:00Z",
    "2024-03-31T21:59:59Z, 7, 2024-04-06T22:00:00Z",
    "2024-03-31T22:00:00Z, 7, 2024-04-07T22:00:00Z",
    "2024-10-26T22:00:00Z, 1, 2024-10-27T23:00:00Z",
  })
  void calendarDaysAreTheTenantsWhateverItsClocksDo(Instant at, int days, Instant until) {
    String condition = "did: { event: product_viewed, window: calendar, within: " + days + "d }";

    who(ADA.viewed("1", at, "tent")).holds(condition, at, true, until);
  }

  @Test
  void aRollingWindowKnowsNoClocks() {
    Instant at = Instant.parse("2024-03-30T12:00:00Z");

    who(ADA.viewed("1", at, "tent"))
        .holds(
            "did: { event: product_viewed, window: rolling, within: 2d }",
            at,
            true,
            Instant.parse("2024-04-01T12:00:00Z"));
  }

  /** Only so much is looked at as decides; the answer is that of all. */
  @Test
  void ofManyOnlyTheNewestDecide() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      events.add(ADA.viewed("v" + i, minute(i), "tent"));
    }
    Somebody ada = new Somebody(events);

    ada.holds(
        "did: { event: product_viewed, atLeast: 3, within: 1d }",
        minute(1000),
        true,
        minute(997).plus(Duration.ofDays(1)));
    ada.holds("did: { event: product_viewed, atLeast: 1000 }", minute(1000), true, null);
    ada.holds("did: { event: product_viewed, atMost: 999 }", minute(1000), false, null);
    ada.holds(
        "did: { event: product_viewed, atMost: 999, within: 1d }",
        minute(1000),
        false,
        minute(0).plus(Duration.ofDays(1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "did: { event: searched, atLeast: 3, atMost: 2 } | atMost | nothing happens at least 3"
            + " times and at most 2",
        "did: { event: searched, atLeast: 0 } | atLeast | at least 0 times is always true",
        "did: { event: searched, window: rolling } | window | a window needs to know how long it"
            + " is",
        "did: { event: searched, window: calendar, within: 36h } | within | a calendar window has"
            + " whole days, and 36h is not",
      })
  void whatCannotMeanAnythingIsAMistake(String condition, String field, String what) {
    Mistakes.in(condition, field, what);
  }

  @Test
  void itTellsItselfInWords() {
    assertThat(
            Written.condition(
                    "did: { event: product_viewed, category: tents, atLeast: 3, within: 7d }")
                .words())
        .isEqualTo("product viewed category tents at least 3 times within 7d");
    assertThat(
            Written.condition("did: { event: searched, atMost: 0, within: 1d, window: calendar }")
                .words())
        .isEqualTo("searched not once today");
    assertThat(ADA_LOOKED.actual("did: { event: product_viewed, within: 4d }", day(6)))
        .isEqualTo("2 times, the last on " + noon(5));
    assertThat(ADA_LOOKED.actual("did: { event: product_viewed, within: 1d }", noon(6)))
        .isEqualTo("not once");
  }

  private static Tracked looked(
      String id,
      Instant at,
      String product,
      @Nullable String category,
      @Nullable String brand,
      @Nullable String pageType,
      @Nullable String term) {
    return new Tracked(
        ADA.viewed(id, at, product).envelope(),
        "product_viewed",
        product,
        category,
        brand,
        pageType,
        term,
        null,
        null,
        null);
  }

  private static Instant noon(int day) {
    return day(day).plus(Duration.ofHours(12));
  }
}
