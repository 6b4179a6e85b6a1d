package dev.kilde.connectors.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackOffTest {

  @Test
  void rests_double_up_to_the_longest() {
    BackOff backOff = new BackOff(Duration.ofMillis(500), Duration.ofSeconds(3));
    assertThat(IntStream.rangeClosed(1, 6).mapToObj(n -> backOff.after(n).toMillis()))
        .containsExactly(500L, 1000L, 2000L, 3000L, 3000L, 3000L);
  }

  @Property
  void a_rest_is_never_longer_than_the_longest_and_never_shorter_than_the_one_before(
      @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE - 1) int failures,
      @ForAll @IntRange(min = 1, max = 1_000_000) int first,
      @ForAll @IntRange(min = 0, max = 1_000_000_000) int more) {
    BackOff backOff = new BackOff(Duration.ofMillis(first), Duration.ofMillis((long) first + more));
    assertThat(backOff.after(failures)).isBetween(backOff.first(), backOff.longest());
    assertThat(backOff.after(failures + 1)).isGreaterThanOrEqualTo(backOff.after(failures));
  }

  @Test
  void rests_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> new BackOff(Duration.ZERO, Duration.ofSeconds(1)))
        .hasMessageContaining("1 ms or longer");
    assertThatThrownBy(() -> new BackOff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .hasMessageContaining("must not be shorter");
  }
}
