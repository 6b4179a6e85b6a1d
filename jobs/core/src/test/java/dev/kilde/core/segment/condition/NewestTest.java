package dev.kilde.core.segment.condition;

import static dev.kilde.core.Told.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NewestTest {

  private static final List<Integer> DAYS = List.of(1, 2, 3, 4, 5, 6, 7, 8);

  private final List<Integer> lookedAt = new ArrayList<>();

  @Test
  void soManyThatHaveHappenedAndAllThatAreToCome() {
    assertThat(newest(null, 2)).containsExactly(day(8), day(6), day(4), day(2));
    assertThat(lookedAt).doesNotContain(1);
  }

  @Test
  void nothingBeforeTheHorizonIsLookedAt() {
    assertThat(newest(day(4), 9)).containsExactly(day(8), day(6), day(4));
    assertThat(lookedAt).doesNotContain(3);
  }

  /** On day 5, of the even ones. */
  private List<Instant> newest(@Nullable Instant horizon, int most) {
    return Newest.of(
        DAYS,
        each -> day(each),
        each -> {
          lookedAt.add(each);
          return each % 2 == 0;
        },
        horizon,
        day(5),
        most);
  }
}
