package dev.kilde.core.score.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTest {

  /** As {@code quantile(x, c(.2, .4, .6, .8), type = 7)} of R has it. */
  @ParameterizedTest
  @CsvSource({
    "7,                    7 7 7 7",
    "1 2,                  1.2 1.4 1.6 1.8",
    "1 2 3 4 5 6,          2 3 4 5",
    "1 2 4 8 16,           1.8 3.2 5.6 9.6",
    "0.05 0.1 100,         0.07 0.09 20.08 60.04",
    "3 3 3 3 3 3 3 3 3 9,  3 3 3 3",
  })
  void lieBetweenTheTwoValuesAroundTheirRank(String values, String expected) {
    assertThat(Quantiles.of(numbers(values))).isEqualTo(numbers(expected));
  }

  @Property(tries = 300)
  void ofCountsAreThoseOfTheValuesAndOfTheFormula(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = -20, max = 200) Integer> values) {
    List<BigDecimal> sorted = values.stream().sorted().map(n -> BigDecimal.valueOf(n, 1)).toList();
    TreeMap<BigDecimal, Long> counts = new TreeMap<>();
    sorted.forEach(value -> counts.merge(value, 1L, Long::sum));

    List<BigDecimal> quantiles = Quantiles.of(sorted);

    assertThat(Quantiles.ofCounts(counts)).isEqualTo(quantiles);
    for (int i = 0; i < 4; i++) {
      double rank = (sorted.size() - 1) * (0.2 + i * 0.2);
      int low = (int) Math.floor(rank + 1e-9);
      double at = sorted.get(low).doubleValue();
      double next = sorted.get(Math.min(low + 1, sorted.size() - 1)).doubleValue();
      assertThat(quantiles.get(i).doubleValue())
          .isCloseTo(at + (rank - low) * (next - at), within(1e-9));
    }
  }

  private static List<BigDecimal> numbers(String text) {
    return Stream.of(text.split(" ")).map(BigDecimal::new).toList();
  }
}
