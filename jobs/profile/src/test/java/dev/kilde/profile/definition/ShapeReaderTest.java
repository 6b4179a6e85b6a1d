package dev.kilde.profile.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Mistake;
import dev.kilde.core.shape.Shape;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShapeReaderTest {

  private static final Shape<String> TEXT = new Shape.Text("tents");
  private static final Shape<String> WORD = new Shape.Word(List.of("email", "sms"));
  private static final Shape<Integer> WHOLE = new Shape.Whole(1, 9);
  private static final Shape<BigDecimal> DECIMAL =
      new Shape.Decimal(BigDecimal.ZERO, BigDecimal.TEN);
  private static final Shape<Duration> SPAN =
      new Shape.Span(Duration.ofMinutes(1), Duration.ofDays(30));
  private static final Shape<Instant> MOMENT = new Shape.Moment();
  private static final Shape<Boolean> FLAG = new Shape.Flag();
  private static final Shape<List<Integer>> LIST = new Shape.ListOf<>(WHOLE, 1);
  private static final Shape<List<Integer>> PAIR = new Shape.ListOf<>(WHOLE, 2);
  private static final Shape<List<String>> SOME = new Shape.OneOrMore<>(WORD);

  private static final Field<Integer> LEAST = Field.required("atLeast", WHOLE, "From.");
  private static final Field<Integer> MOST = Field.optional("atMost", WHOLE, "To.");
  private static final Shape<Integer> SUM =
      new Shape.Mapping("a range", List.of(LEAST, MOST)).as(ShapeReaderTest::sum);

  private static int sum(Arguments given) {
    int least = given.need(LEAST);
    int most = given.or(MOST, 0);
    if (given.has(MOST) && most < least) {
      throw new Mistake("atMost", most + " is less than " + least, "a greater atMost");
    }
    if (!given.has(MOST) && least == 9) {
      throw new Mistake("atMost", "there has to be an atMost", "atMost: 9");
    }
    return least + most;
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> right() {
    return Stream.of(
        arguments(TEXT, "tents", "tents"),
        arguments(TEXT, "007", "007"),
        arguments(WORD, "sms", "sms"),
        arguments(WHOLE, "9", 9),
        arguments(DECIMAL, "2.50", new BigDecimal("2.50")),
        arguments(SPAN, "30d", Duration.ofDays(30)),
        arguments(MOMENT, "2026-03-01T10:00:00+01:00", Instant.parse("2026-03-01T09:00:00Z")),
        arguments(MOMENT, "2026-03-01T10:00Z", Instant.parse("2026-03-01T10:00:00Z")),
        arguments(MOMENT, "1990-03-01", Instant.parse("1990-03-01T00:00:00Z")),
        arguments(FLAG, "false", false),
        arguments(LIST, "[1, 2]", List.of(1, 2)),
        arguments(SOME, "sms", List.of("sms")),
        arguments(SOME, "[sms, email]", List.of("sms", "email")),
        arguments(SUM, "{ atLeast: 1 }", 1),
        arguments(SUM, "atMost: 5\natLeast: 1", 6),
        arguments(
            Flavour.SHAPE, "ice: { of: cherry, balls: 2 }", new Flavour.Ice("cherry", 2, null)),
        arguments(
            Flavour.SHAPE,
            "mixed:\n  - plain: true\n  - without: { ice: { of: vanilla, most: 3 } }",
            new Flavour.Mixed(
                List.of(
                    new Flavour.Plain(), new Flavour.Without(new Flavour.Ice("vanilla", 1, 3))))));
  }

  @ParameterizedTest
  @MethodSource("right")
  void everyShapeIsRead(Shape<?> shape, String yaml, Object expected) {
    Shaped<?> read = Shaped.read(shape, yaml);

    assertThat(read.problems()).isEmpty();
    assertThat(read.value()).isEqualTo(expected);
  }

  /** Or nobody notices that a new one has no reading. */
  @Test
  void noShapeIsForgotten() {
    assertThat(right().map(each -> each.get()[0]).flatMap(ShapeReaderTest::nested).distinct())
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(Shape.class.getPermittedSubclasses()));
  }

  private static Stream<Class<?>> nested(Object shape) {
    return shape instanceof Shape.Built<?, ?> built
        ? Stream.concat(Stream.of(shape.getClass()), nested(built.from()))
        : Stream.of(shape.getClass());
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> wrong() {
    return Stream.of(
        arguments(TEXT, "''", "1:1: the file is empty, not text; give it a value"),
        arguments(TEXT, "[a]", "1:1: the file is a list, not text; give it a value"),
        arguments(WORD, "emial", "1:1: the file cannot be \"emial\"; did you mean email?"),
        arguments(WORD, "post", "1:1: the file cannot be \"post\"; known here: email, sms"),
        arguments(WHOLE, "10", "1:1: the file is 10; it may be from 1 to 9"),
        arguments(WHOLE, "\"1\"", "1:1: the file is \"1\", not a whole number; remove the quotes"),
        arguments(DECIMAL, "-1", "1:1: the file is -1; it may be from 0 to 10"),
        arguments(
            SPAN, "2 weeks", "1:1: the file is \"2 weeks\", not a duration; did you mean 14d?"),
        arguments(SPAN, "31d", "1:1: the file is 31d; it may be from 1m to 30d"),
        arguments(
            MOMENT,
            "2026-03-01 10:00:00",
            "1:1: the file is \"2026-03-01 10:00:00\", not an instant; did you mean"
                + " 2026-03-01T10:00:00Z?"),
        arguments(
            MOMENT,
            "2026-02-30",
            "1:1: the file is \"2026-02-30\", not an instant; there is no such day or time"),
        arguments(
            MOMENT,
            "March",
            "1:1: the file is \"March\", not an instant; write it as 2026-03-01T10:00:00Z or"
                + " 2026-03-01"),
        arguments(
            MOMENT,
            "{}",
            "1:1: the file is an empty mapping, not an instant; write it as"
                + " 2026-03-01T10:00:00Z or 2026-03-01"),
        arguments(FLAG, "yes", "1:1: the file cannot be \"yes\"; known here: false, true"),
        arguments(
            LIST,
            "1",
            "1:1: the file is \"1\", not a list; begin each entry with \"- \" on a line of its"
                + " own"),
        arguments(LIST, "[]", "1:1: the file has no entries; give it at least 1, such as - 1"),
        arguments(
            PAIR, "[1]", "1:1: the file has too few entries, 1; give it at least 2, such as - 1"),
        arguments(
            LIST,
            "[1, x]",
            "1:5: an entry of the file is \"x\", not a whole number; write" + " digits, such as 1"),
        arguments(SOME, "fax", "1:1: the file cannot be \"fax\"; known here: email, sms"),
        arguments(SOME, "[]", "1:1: the file has no entries; give it at least 1, such as - email"),
        arguments(
            SUM,
            "x",
            "1:1: the file is \"x\", not a range; indent its keys below it, such as"
                + " atLeast: ..."),
        arguments(SUM, "{ atMost: 2 }", "1:1: the file has no atLeast; add it, such as atLeast: 1"),
        arguments(
            SUM, "{ atLeast: 1, atmost: 2 }", "1:15: unknown key atmost; did you mean atMost?"),
        arguments(SUM, "{ atLeast: 2, atMost: 1 }", "1:23: 1 is less than 2; a greater atMost"),
        arguments(SUM, "{ atLeast: 9 }", "1:1: there has to be an atMost; atMost: 9"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatIsWrongIsToldOnceWhereItStands(Shape<?> shape, String yaml, String expected) {
    assertThat(Shaped.read(shape, yaml).problems()).containsExactly(expected);
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceAndNothingOfWhatFollowsFromIt() {
    assertThat(
            Shaped.read(new Shape.ListOf<>(SUM, 1), "- { atMost: x }\n- { atLeast: 3, at: 1 }\n- 1")
                .problems())
        .containsExactly(
            "1:3: an entry of the file has no atLeast; add it, such as atLeast: 1",
            "1:13: atMost is \"x\", not a whole number; write digits, such as 1",
            "2:17: unknown key at; known here: atLeast, atMost",
            "3:3: an entry of the file is \"1\", not a range; indent its keys below it, such as"
                + " atLeast: ...");
  }

  @Test
  void afterAHundredProblemsAValueIsStillNotTakenForRight() {
    String yaml =
        Stream.generate(() -> "{ at: 1, atLeast: 1 }")
            .limit(200)
            .collect(Collectors.joining(", ", "[", "]"));

    assertThat(Shaped.read(new Shape.ListOf<>(SUM, 1), yaml).problems()).hasSize(101);
  }
}
