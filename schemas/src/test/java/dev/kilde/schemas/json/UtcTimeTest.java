package dev.kilde.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTimeTest {

  @Property(tries = 2000)
  void readsWhatTheGeneralParserReads(
      @ForAll @IntRange(max = 9999) int year,
      @ForAll @IntRange(max = 13) int month,
      @ForAll @IntRange(max = 32) int day,
      @ForAll @IntRange(max = 25) int hour,
      @ForAll @IntRange(max = 61) int minute,
      @ForAll @IntRange(max = 9) int places,
      @ForAll @LongRange(max = 999_999_999) long fraction) {
    String digits = "%09d".formatted(fraction).substring(0, places);
    String text =
        "%04d-%02d-%02dT%02d:%02d:%02d%sZ"
            .formatted(year, month, day, hour, minute, minute, places == 0 ? "" : "." + digits);
    assertThat(UtcTime.parse(text)).isEqualTo(general(text));
  }

  private static long general(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      return UtcTime.OTHER;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-03-01T09:30Z",
        "2026-03-01T09:30:00",
        "2026-03-01T09:30:00+00:00",
        "2026-03-01T09:30:00.Z",
        "2026-03-01t09:30:00Z",
        "2026-03-01T09:30:00.1234567890Z",
        "2026-03-01T09:30:0ٱZ",
        "2026-03-01T09:30:00,5Z"
      })
  void leavesEveryOtherFormAlone(String text) {
    assertThat(UtcTime.parse(text)).isEqualTo(UtcTime.OTHER);
  }
}
