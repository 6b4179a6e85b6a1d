package dev.kilde.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  @ParameterizedTest
  @CsvSource({
    "21:00, 08:00, 20:59, false",
    "21:00, 08:00, 21:00, true",
    "21:00, 08:00, 00:00, true",
    "21:00, 08:00, 07:59, true",
    "21:00, 08:00, 08:00, false",
    "12:00, 13:00, 11:59, false",
    "12:00, 13:00, 12:00, true",
    "12:00, 13:00, 13:00, false",
  })
  void areHalfOpenAndMayCrossMidnight(LocalTime from, LocalTime to, LocalTime time, boolean quiet) {
    assertThat(new QuietHours(from, to).contains(time)).isEqualTo(quiet);
  }

  @Test
  void thatEndWhenTheyBeginCouldMeanNeverOrAlwaysAndAreRefused() {
    assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
