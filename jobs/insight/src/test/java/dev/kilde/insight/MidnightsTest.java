package dev.kilde.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MidnightsTest {

  private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
  private static final Instant MARCH_2 = Instant.parse("2026-03-01T23:00:00Z");
  private static final Instant MARCH_3 = Instant.parse("2026-03-02T23:00:00Z");

  @Test
  void betweenTwoEachFindsItsOwn() {
    Instant noon = Instant.parse("2026-03-02T11:00:00Z");
    assertThat(Midnights.last(noon, COPENHAGEN)).isEqualTo(MARCH_2);
    assertThat(Midnights.first(noon, COPENHAGEN)).isEqualTo(MARCH_3);
    assertThat(Midnights.after(noon, COPENHAGEN)).isEqualTo(MARCH_3);
  }

  @Test
  void aMidnightIsItsOwnFirstAndLast() {
    assertThat(Midnights.last(MARCH_2, COPENHAGEN)).isEqualTo(MARCH_2);
    assertThat(Midnights.first(MARCH_2, COPENHAGEN)).isEqualTo(MARCH_2);
    assertThat(Midnights.after(MARCH_2, COPENHAGEN)).isEqualTo(MARCH_3);
    assertThat(Midnights.first(MARCH_2.plusMillis(1), COPENHAGEN)).isEqualTo(MARCH_3);
    assertThat(Midnights.last(MARCH_2.minusMillis(1), COPENHAGEN))
        .isEqualTo(Instant.parse("2026-02-28T23:00:00Z"));
  }

  @Test
  void daysWithAChangeOfTheClockAreShorterOrLonger() {
    assertThat(Midnights.after(Instant.parse("2026-03-28T23:00:00Z"), COPENHAGEN))
        .isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
    assertThat(Midnights.after(Instant.parse("2026-10-24T22:00:00Z"), COPENHAGEN))
        .isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
  }

  @Test
  void aDayWithoutMidnightBeginsWithItsFirstInstant() {
    ZoneId cairo = ZoneId.of("Africa/Cairo"); // from 00:00 to 01:00
    Instant firstOfTheDay = Instant.parse("2024-04-25T22:00:00Z");
    assertThat(Midnights.first(firstOfTheDay.minusMillis(1), cairo)).isEqualTo(firstOfTheDay);
    assertThat(Midnights.last(firstOfTheDay, cairo)).isEqualTo(firstOfTheDay);
  }

  @Test
  void aDayThatNeverWasIsSkipped() {
    ZoneId apia = ZoneId.of("Pacific/Apia"); // no 30 December 2011
    Instant the29th = Instant.parse("2011-12-29T10:00:00Z");
    Instant the31st = Instant.parse("2011-12-30T10:00:00Z");
    assertThat(Midnights.after(the29th, apia)).isEqualTo(the31st);
    assertThat(Midnights.last(the31st, apia)).isEqualTo(the31st);
  }
}
