package dev.kilde.core.segment.condition;

import static dev.kilde.core.segment.condition.Somebody.ADA;
import static dev.kilde.core.segment.condition.Somebody.who;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.Written;
import dev.kilde.core.event.ContactChanged;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnniversaryTest {

  private static final String WITHIN_A_WEEK = "anniversary: { field: birthDate, within: 7d }";

  /** True from an instant until another, and not before. */
  @ParameterizedTest
  @CsvSource({
    // born,     zone,              from,                 until
    "1990-05-17, -,                 2024-05-09T22:00:00Z, 2024-05-17T22:00:00Z",
    "1990-05-17, Europe/Copenhagen, 2024-05-09T22:00:00Z, 2024-05-17T22:00:00Z",
    "1990-05-17, America/New_York,  2024-05-10T04:00:00Z, 2024-05-18T04:00:00Z",
    "1990-05-17, nowhere,           2024-05-09T22:00:00Z, 2024-05-17T22:00:00Z",
    "1992-02-29, -,                 2024-02-21T23:00:00Z, 2024-02-29T23:00:00Z",
    "1992-02-29, -,                 2025-02-21T23:00:00Z, 2025-03-01T23:00:00Z",
    "1992-03-01, -,                 2025-02-21T23:00:00Z, 2025-03-01T23:00:00Z",
    "1990-01-03, -,                 2024-12-26T23:00:00Z, 2025-01-03T23:00:00Z",
    "1990-12-31, -,                 2024-12-23T23:00:00Z, 2024-12-31T23:00:00Z",
    // the clocks go forward on 31 March 2024: seven days of 24 hours begin at one in the morning
    "1990-04-02, -,                 2024-03-25T22:00:00Z, 2024-04-02T22:00:00Z",
    "1990-03-31, -,                 2024-03-23T23:00:00Z, 2024-03-31T22:00:00Z",
  })
  void itIsTrueFromTheSpanBeforeTheDayUntilTheDayIsOver(
      LocalDate born, String zone, Instant from, Instant until) {
    Somebody ada = born(born, zone.equals("-") ? null : zone);

    ada.holds(WITHIN_A_WEEK, from.minusMillis(1), false, from);
    ada.holds(WITHIN_A_WEEK, from, true, until);
    ada.holds(WITHIN_A_WEEK, until.minusMillis(1), true, until);
    assertThat(ada.is(WITHIN_A_WEEK, until)).isFalse();
  }

  @Test
  void afterTheDayItWaitsForTheNextYear() {
    born(LocalDate.of(1990, 5, 17), null)
        .holds(
            WITHIN_A_WEEK,
            Instant.parse("2024-05-17T22:00:00Z"),
            false,
            Instant.parse("2025-05-09T22:00:00Z"));
  }

  @Test
  void withinNothingIsTheDayAlone() {
    born(LocalDate.of(1990, 5, 17), null)
        .holds(
            "anniversary: { field: birthDate, within: 0d }",
            Instant.parse("2024-05-16T22:00:00Z"),
            true,
            Instant.parse("2024-05-17T22:00:00Z"));
  }

  @Test
  void whereTheNextSpanBeginsWhenADayEndsItGoesOn() {
    Somebody ada = born(LocalDate.of(1990, 5, 17), null);
    Instant now = Instant.parse("2024-05-17T12:00:00Z");

    ada.holds(
        "anniversary: { field: birthDate, within: 363d }",
        now,
        true,
        Instant.parse("2024-05-17T22:00:00Z"));
    ada.holds( // 2028 is a leap year
        "anniversary: { field: birthDate, within: 364d }",
        now,
        true,
        Instant.parse("2027-05-17T22:00:00Z"));
  }

  @Test
  void anAttributeMayHoldTheDateAndBeforeItThereIsNoAnniversary() {
    Somebody ada = who(contact(null, null, Map.of("renewal", "2026-06-01", "club", "gold")));
    String renewal = "anniversary: { field: renewal, within: 7d }";

    ada.holds(
        renewal,
        Instant.parse("2024-05-30T00:00:00Z"),
        false,
        Instant.parse("2026-05-24T22:00:00Z"));
    ada.holds("anniversary: { field: club, within: 7d }", Told.day(1), false, null);
    ada.holds("anniversary: { field: attributes.nothing, within: 7d }", Told.day(1), false, null);
    who().holds(WITHIN_A_WEEK, Told.day(1), false, null);
  }

  @Test
  void aFieldThatIsNoDateIsAMistake() {
    Mistakes.in("anniversary: { field: country, within: 7d }", "field", "country is no date");
    Mistakes.in(
        "anniversary: { field: birthdate, within: 7d }",
        "field",
        "there is no contact field birthdate");
  }

  @Test
  void itTellsItselfInWords() {
    assertThat(Written.condition(WITHIN_A_WEEK).words())
        .isEqualTo("anniversary of birthDate within 7d");
    assertThat(
            born(LocalDate.of(1992, 2, 29), null)
                .actual(WITHIN_A_WEEK, Instant.parse("2025-01-01T00:00:00Z")))
        .isEqualTo("1992-02-29, next on 2025-03-01");
    assertThat(who().actual(WITHIN_A_WEEK, Told.day(1))).isEqualTo("no date known");
  }

  private static Somebody born(LocalDate date, @Nullable String zone) {
    return who(contact(date, zone, Map.of()));
  }

  private static ContactChanged contact(
      @Nullable LocalDate birthDate, @Nullable String zone, Map<String, String> attributes) {
    return new ContactChanged(
        ADA.viewed("1", Told.day(1), "").envelope(),
        null,
        null,
        birthDate,
        null,
        null,
        zone,
        null,
        null,
        null,
        null,
        attributes);
  }
}
