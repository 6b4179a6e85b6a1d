package dev.kilde.core.verdict;

import static dev.kilde.core.Told.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.Function;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FlipTest {

  @Example
  void whatChangesWithoutChangingTheTruthIsPassedBy() {
    Function<Instant, Verdict<Integer>> judge = course(4, 4, 5, 3, 4);

    assertThat(Flip.of(day(0), judge, value -> value >= 4)).isEqualTo(new Verdict<>(true, day(3)));
    assertThat(Flip.of(day(3), judge, value -> value >= 4)).isEqualTo(new Verdict<>(false, day(4)));
    assertThat(Flip.of(day(4), judge, value -> value >= 4)).isEqualTo(Verdict.lasting(true));
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void itIsTheFirstDayOfAnotherTruth(
      @ForAll @Size(min = 1, max = 8) int @IntRange(max = 5) [] values,
      @ForAll @IntRange(max = 5) int bound) {
    Verdict<Boolean> verdict = Flip.of(day(0), course(values), value -> value >= bound);

    assertThat(verdict.value()).isEqualTo(values[0] >= bound);
    Instant first = null;
    for (int i = values.length - 1; i >= 0; i--) {
      first = (values[i] >= bound) == verdict.value() ? first : day(i);
    }
    assertThat(verdict.holdsUntil()).isEqualTo(first);
  }

  /** A value a day, the last one for ever. */
  private static Function<Instant, Verdict<Integer>> course(int... values) {
    return at -> {
      int i = 0;
      while (i < values.length - 1 && !day(i + 1).isAfter(at)) {
        i++;
      }
      return new Verdict<>(values[i], i == values.length - 1 ? null : day(i + 1));
    };
  }
}
