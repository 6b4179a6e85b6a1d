package dev.kilde.core.verdict;

import static dev.kilde.core.Told.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

  private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

  @Test
  void aRollingOneCountsFromWhatIsOldEnoughUntilWhatIsTooOld() {
    Window week = new Window.Rolling(Duration.ofDays(7), null);
    Window older = new Window.Rolling(Duration.ofDays(7), Duration.ofDays(3));

    assertThat(week.from(day(1))).isEqualTo(day(1));
    assertThat(week.until(day(1))).isEqualTo(day(8));
    assertThat(older.from(day(1))).isEqualTo(day(4));
    assertThat(older.until(day(1))).isEqualTo(day(8));
    assertThat(Window.ALWAYS.from(day(1))).isEqualTo(day(1));
    assertThat(Window.ALWAYS.until(day(1))).isNull();
    assertThat(Window.ALWAYS.horizon(day(1))).isNull();
  }

  /** The day of 31 March 2024 has 23 hours in Copenhagen, that of 27 October 25. */
  @ParameterizedTest
  @CsvSource({
    "2024-03-30T22:59:59.999Z, 1, 2024-03-30T23:00:00Z",
    "2024-03-30T23:00:00Z,     1, 2024-03-31T22:00:00Z",
    "2024-03-31T21:59:59Z,     1, 2024-03-31T22:00:00Z",
    "2024-03-31T12:00:00Z,     2, 2024-04-01T22:00:00Z",
    "2024-10-26T22:00:00Z,     1, 2024-10-27T23:00:00Z",
    "2024-10-27T22:59:59Z,     7, 2024-11-02T23:00:00Z",
  })
  void aCalendarOneEndsAtMidnightOfTheZone(Instant at, int days, Instant until) {
    Window window = new Window.Calendar(days, COPENHAGEN);

    assertThat(window.from(at)).isEqualTo(at);
    assertThat(window.until(at)).isEqualTo(until);
  }

  /** Around a change of the clocks. */
  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void nothingBeforeTheHorizonCountsAndWhatIsAfterItDoes(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int days) {
    SplittableRandom random = new SplittableRandom(seed);
    Window window =
        random.nextBoolean()
            ? new Window.Rolling(Duration.ofDays(days), null)
            : new Window.Calendar(days, COPENHAGEN);
    Instant now = day(28).plus(Duration.ofMinutes(30L * random.nextInt(5 * 48)));
    Instant horizon = window.horizon(now);

    assertThat(horizon).isNotNull();
    for (int hours = -3; hours <= 3; hours++) {
      for (int milli = -1; milli <= 1; milli++) {
        Instant at = horizon.plus(Duration.ofHours(hours)).plusMillis(milli);
        boolean counts = !Instants.isPast(window.until(at), now);
        if (!at.equals(horizon)) {
          assertThat(counts).as("%s of %s at %s", at, window, now).isEqualTo(at.isAfter(horizon));
        }
      }
    }
  }
}
