package dev.kilde.profile.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kilde.core.segment.SegmentShape;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.shape.Shape;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExampleTest {

  private static final Shape<Integer> WHOLE = new Shape.Whole(2, 9);

  static Stream<Arguments> shapes() {
    return Stream.of(
        arguments(new Shape.Text("tents"), "tents"),
        arguments(new Shape.Word(List.of("email", "sms")), "email"),
        arguments(WHOLE, "2"),
        arguments(new Shape.Whole(-9, -3), "-3"),
        arguments(new Shape.Decimal(BigDecimal.ZERO, new BigDecimal("0.5")), "0.5"),
        arguments(new Shape.Span(Duration.ofMinutes(1), Duration.ofDays(30)), "7d"),
        arguments(new Shape.Span(Duration.ofDays(9), Duration.ofDays(30)), "9d"),
        arguments(new Shape.Span(Duration.ofMinutes(1), Duration.ofHours(2)), "2h"),
        arguments(new Shape.Moment(), "2026-03-01T10:00:00Z"),
        arguments(new Shape.Flag(), "true"),
        arguments(new Shape.ListOf<>(WHOLE, 0), "[2]"),
        arguments(new Shape.OneOrMore<>(WHOLE), "2"),
        arguments(
            new Shape.Mapping(
                "a pair",
                List.of(
                    Field.optional("left", WHOLE, "Left."),
                    Field.required("right", WHOLE, "Right."))),
            "{ right: 2 }"),
        arguments(
            new Shape.Mapping("a pair", List.of(Field.optional("left", WHOLE, "Left."))),
            "{ left: 2 }"),
        arguments(Flavour.SHAPE, "{ ice: { of: vanilla } }"));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void anExampleIsReadAsWhatItIsAnExampleOf(Shape<?> shape, String example) {
    assertThat(Example.of(shape)).isEqualTo(example);
    assertThat(Shaped.read(shape, example).problems()).isEmpty();
  }

  private static final Shape<Object> ENDLESS =
      new Shape.OneKey<>("a riddle", () -> List.of(new Kind<>("not", "Not.", ExampleTest.ENDLESS)));

  @Test
  void whatHoldsNothingButItselfHasAnExampleThatEnds() {
    assertThat(Example.of(ENDLESS)).isEqualTo("{ not: .. }");
    assertThat(Example.of(SegmentShape.SHAPE))
        .startsWith("{ segment: my-segment, version: 1, where: {");
  }
}
