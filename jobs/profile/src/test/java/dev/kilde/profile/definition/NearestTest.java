package dev.kilde.profile.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> KNOWN =
      List.of("quietHours", "caps", "timeZone", "currency", "rates", "Europe/Copenhagen");

  @ParameterizedTest
  @CsvSource({
    "quiethours, quietHours",
    "quiet-hours, quietHours",
    "QUIET_HOURS, quietHours",
    "quiteHours, quietHours",
    "cap, caps",
    "curreny, currency",
    "tiemZone, timeZone",
    "copenhagen, Europe/Copenhagen",
    "banana, ",
    "x, ",
    "' ', ",
  })
  void isTheKnownWordSomebodyProbablyMeant(String word, String nearest) {
    assertThat(Nearest.to(word, KNOWN)).isEqualTo(nearest);
  }

  @Test
  void aVeryLongWordIsNearNothing() {
    assertThat(Nearest.to("caps".repeat(100_000), KNOWN)).isNull();
  }
}
