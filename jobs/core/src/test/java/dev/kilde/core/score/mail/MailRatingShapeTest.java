package dev.kilde.core.score.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.core.Catalogue;
import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Mistake;
import dev.kilde.core.shape.Shape;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MailRatingShapeTest {

  @Test
  void leftOutItIsAsByDefault() {
    assertThat(read(Map.of())).isEqualTo(MailRatingPlan.DEFAULT);
  }

  @Test
  void whatIsGivenTakesThePlaceOfTheDefault() {
    assertThat(
            read(
                Map.of(
                    "window", Duration.ofDays(30),
                    "points", Map.of("MR-01", points(10), "MR-16", points(-50)),
                    "stars", stars(10, 20, 30, 40))))
        .isEqualTo(
            new MailRatingPlan(
                Duration.ofDays(30),
                Map.of("MR-01", points(10), "MR-16", points(-50)),
                stars(10, 20, 30, 40)));
  }

  @Test
  void everyRuleMayBeGivenPointsAndSaysWhatItHasWithout() {
    Shape.Mapping points = mapping(field(mapping(MailRatingShape.SHAPE), "points").shape());

    assertThat(points.fields())
        .extracting(Field::name)
        .containsExactlyElementsOf(Catalogue.MAIL_RULES.stream().map(MailRule::code).toList());
    assertThat(field(points, "MR-06").doc()).endsWith("; -25 where left out.");
  }

  @Test
  void starsAreFourThatAscend() {
    for (List<BigDecimal> wrong :
        List.of(
            stars(20, 40, 60),
            stars(20, 40, 60, 80, 90),
            stars(20, 40, 40, 80),
            stars(4, 3, 2, 1))) {
      assertThatThrownBy(() -> read(Map.of("stars", wrong)))
          .isInstanceOf(Mistake.class)
          .hasMessage("these are not four ascending numbers");
    }
  }

  private static MailRatingPlan read(Map<String, Object> given) {
    return read(MailRatingShape.SHAPE, given);
  }

  @SuppressWarnings("unchecked") // what is given is of the type the shape reads
  private static <T> T read(Shape<T> shape, Object given) {
    if (shape instanceof Shape.Built<?, ?> built) {
      return built((Shape.Built<?, T>) built, given);
    }
    if (shape instanceof Shape.Mapping mapping) {
      Arguments.Reading reading = new Arguments.Reading();
      ((Map<String, Object>) given).forEach((name, value) -> put(reading, mapping, name, value));
      return (T) reading.done();
    }
    return (T) given;
  }

  private static <A, T> T built(Shape.Built<A, T> built, Object given) {
    return built.build().apply(read(built.from(), given));
  }

  private static void put(
      Arguments.Reading reading, Shape.Mapping mapping, String name, Object value) {
    put(reading, field(mapping, name), value);
  }

  private static <T> void put(Arguments.Reading reading, Field<T> field, Object value) {
    reading.with(field, read(field.shape(), value));
  }

  private static Field<?> field(Shape.Mapping mapping, String name) {
    return mapping.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Shape.Mapping mapping(Shape<?> shape) {
    return shape instanceof Shape.Built<?, ?> built ? mapping(built.from()) : (Shape.Mapping) shape;
  }

  private static List<BigDecimal> stars(long... least) {
    return LongStream.of(least).mapToObj(BigDecimal::valueOf).toList();
  }

  private static BigDecimal points(int points) {
    return BigDecimal.valueOf(points);
  }
}
