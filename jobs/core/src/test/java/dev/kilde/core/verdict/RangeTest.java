package dev.kilde.core.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeTest {

  @ParameterizedTest
  @CsvSource({
    "2, 4, 1, false",
    "2, 4, 2, true",
    "2, 4, 4.00, true",
    "2, 4, 4.01, false",
    "2,  , 1.99, false",
    "2,  , 1000, true",
    " , 4, -5, true",
    " , 4, 5, false",
    " ,  , 5, true",
  })
  void bothBoundsAreInIt(
      @Nullable Integer atLeast, @Nullable Integer atMost, BigDecimal number, boolean holds) {
    Range range = Range.of(atLeast, atMost);

    assertThat(range.holds(number)).isEqualTo(holds);
    if (number.stripTrailingZeros().scale() <= 0) {
      assertThat(range.holds(number.longValueExact())).isEqualTo(holds);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2, 4, 'at least 2, at most 4'",
    "2, , at least 2",
    ", 4, at most 4",
    "2, 2, exactly 2"
  })
  void itTellsItselfInWords(@Nullable Integer atLeast, @Nullable Integer atMost, String words) {
    assertThat(Range.of(atLeast, atMost)).hasToString(words);
  }
}
