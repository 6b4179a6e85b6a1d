package dev.kilde.core.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A union of spans holds what one of them holds, in as few as can be. */
class SpanUnionTest {

  private static final int INSTANTS = 12;

  @Test
  void whatAnyHoldsTheUnionHoldsAndNothingElse() {
    Random random = new Random(5);
    for (int world = 0; world < 5_000; world++) {
      List<Span> spans = drawn(random);

      List<Span> union = Span.union(spans);

      for (int i = -1; i <= INSTANTS; i++) {
        Instant instant = at(i);
        assertThat(union.stream().filter(span -> span.holds(instant)).count())
            .as("%s in the union of %s", instant, spans)
            .isEqualTo(spans.stream().anyMatch(span -> span.holds(instant)) ? 1 : 0);
      }
      assertThat(union).hasSizeLessThanOrEqualTo(spans.size());
      assertThat(spans)
          .filteredOn(span -> !span.isEmpty())
          .allMatch(span -> union.stream().anyMatch(each -> each.covers(span)));
    }
  }

  @Test
  void spansThatTouchAreOne() {
    assertThat(Span.union(List.of(span(3, 5), span(1, 3)))).containsExactly(span(1, 5));
  }

  private static List<Span> drawn(Random random) {
    List<Span> spans = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      Instant from = random.nextInt(6) == 0 ? null : at(random.nextInt(INSTANTS));
      Instant to = random.nextInt(6) == 0 ? null : at(random.nextInt(INSTANTS));
      spans.add(new Span(from, to));
    }
    return spans;
  }

  private static Span span(int from, int to) {
    return new Span(at(from), at(to));
  }

  private static Instant at(int second) {
    return Instant.EPOCH.plusSeconds(second);
  }
}
