package dev.kilde.core.score.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalDaysTest {

  private static final Instant START = Instant.parse("2008-06-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "+05:45",
        "Europe/Copenhagen",
        "America/Sao_Paulo",
        "Pacific/Apia",
        "Asia/Beirut"
      })
  void aDayIsThatOfTheCalendar(String zone) {
    LocalDays days = new LocalDays(ZoneId.of(zone));
    for (Instant at = START; at.isBefore(START.plus(Duration.ofDays(6_000))); at = next(at)) {
      assertIsOfTheCalendar(days, at, zone);
      assertIsOfTheCalendar(days, at.minusMillis(1), zone);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Europe/Copenhagen"})
  void inWhichOrderTheyAreAskedDoesNotMatter(String zone) {
    LocalDays days = new LocalDays(ZoneId.of(zone));
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      assertIsOfTheCalendar(days, START.plusSeconds(random.nextInt(1_000_000_000)), zone);
    }
  }

  private static void assertIsOfTheCalendar(LocalDays days, Instant at, String zone) {
    assertThat(days.dayOf(at))
        .as("%s", at)
        .isEqualTo(at.atZone(ZoneId.of(zone)).toLocalDate().toEpochDay());
  }

  /** Every hour on the hour is where clocks change and days end. */
  private static Instant next(Instant at) {
    return at.plusSeconds(3600);
  }
}
