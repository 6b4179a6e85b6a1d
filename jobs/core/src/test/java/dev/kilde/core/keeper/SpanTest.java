package dev.kilde.core.keeper;

import static dev.kilde.core.Told.minute;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpanTest {

  @Test
  void itBeginsWithItsFirstInstantAndEndsBeforeItsLast() {
    Span span = new Span(minute(1), minute(3));

    assertThat(span.holds(minute(1).minusMillis(1))).isFalse();
    assertThat(span.holds(minute(1))).isTrue();
    assertThat(span.holds(minute(3).minusMillis(1))).isTrue();
    assertThat(span.holds(minute(3))).isFalse();
  }

  @Test
  void withoutAnEndItHasNone() {
    assertThat(Span.ALWAYS.holds(Instant.MIN) && Span.ALWAYS.holds(Instant.MAX)).isTrue();
    assertThat(new Span(minute(1), null).holds(Instant.MAX)).isTrue();
    assertThat(new Span(null, minute(1)).holds(Instant.MIN)).isTrue();
    assertThat(Span.ALWAYS.isEmpty()).isFalse();
    assertThat(new Span(minute(1), minute(1)).isEmpty()).isTrue();
    assertThat(new Span(minute(1), minute(1).plusMillis(1)).isEmpty()).isFalse();
  }

  @Property
  void whatLiesWithinBothLiesWithinEach(@ForAll("spans") Span one, @ForAll("spans") Span other) {
    Span both = one.and(other);

    for (Instant at : LongStream.range(0, 6).mapToObj(SpanTest::instant).toList()) {
      assertThat(both.holds(at)).isEqualTo(one.holds(at) && other.holds(at));
    }
  }

  @Property
  void upToAnInstantIsThePartBeforeIt(@ForAll("spans") Span span, @ForAll("instants") Instant end) {
    for (Instant at : LongStream.range(0, 6).mapToObj(SpanTest::instant).toList()) {
      assertThat(span.upTo(end).holds(at)).isEqualTo(span.holds(at) && at.isBefore(end));
    }
  }

  @Property
  void whatIsEmptyHoldsNothing(@ForAll("spans") Span span) {
    boolean any = false;
    for (long i = 0; i < 6; i++) {
      any |= span.holds(instant(i));
    }
    assertThat(span.isEmpty() && any).isFalse();
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Arbitraries.longs().between(0, 5).map(SpanTest::instant);
  }

  @Provide
  Arbitrary<Span> spans() {
    Arbitrary<Long> bounds = Arbitraries.longs().between(-1, 5);
    return Combinators.combine(bounds, bounds).as((a, b) -> new Span(bound(a), bound(b)));
  }

  private static @Nullable Instant bound(long i) {
    return i < 0 ? null : instant(i);
  }

  private static Instant instant(long i) {
    return minute(i);
  }
}
