package dev.kilde.core.score.rfm;

import static dev.kilde.core.score.rfm.Customer.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Mistake;
import dev.kilde.core.shape.Shape;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RfmShapeTest {

  @Test
  void nothingGivenIsTheDefault() {
    assertThat(read(Map.of())).isEqualTo(RfmPlan.DEFAULT);
    assertThat(read(Map.of("scores", "bands", "bands", Map.of()))).isEqualTo(RfmPlan.DEFAULT);
  }

  @Test
  void everythingGivenIsRead() {
    assertThat(
            read(
                Map.of(
                    "scores",
                    "quintiles",
                    "window",
                    Duration.ofDays(365),
                    "bands",
                    Map.of(
                        "recencyDays", numbers(1, 2, 3, 4),
                        "frequency", numbers(2, 2, 2, 9),
                        "monetary", numbers(0, 10, 20, 30)))))
        .isEqualTo(
            new RfmPlan(true, Duration.ofDays(365), points("1 2 3 4", "2 2 2 9", "0 10 20 30")));
  }

  @Test
  void bandsThatAreNotFourOrDoNotAscendAreTold() {
    Mistake five = mistake(Map.of("bands", Map.of("monetary", numbers(1, 2, 3, 4, 5))));
    assertThat(five).hasMessage("5 numbers are not four");
    assertThat(five.remedy()).isEqualTo("four ascending numbers such as [50, 150, 400, 1000]");
    Mistake falling = mistake(Map.of("bands", Map.of("frequency", numbers(2, 10, 5, 11))));
    assertThat(falling).hasMessage("5 comes after 10, which is more");
    assertThat(falling.remedy()).isEqualTo("four ascending numbers such as [2, 3, 5, 10]");
  }

  private static Mistake mistake(Map<String, ?> given) {
    return catchThrowableOfType(Mistake.class, () -> read(given));
  }

  private static List<BigDecimal> numbers(long... numbers) {
    return Arrays.stream(numbers).mapToObj(BigDecimal::valueOf).toList();
  }

  private static RfmPlan read(Map<String, ?> given) {
    return as(RfmShape.SHAPE, given);
  }

  /** As a parser would, of values that need no parsing. */
  @SuppressWarnings("unchecked")
  private static <T> T as(Shape<T> shape, Object given) {
    if (shape instanceof Shape.Built<?, T> built) {
      return built(built, given);
    }
    if (shape instanceof Shape.Mapping mapping) {
      Arguments.Reading reading = new Arguments.Reading();
      ((Map<String, ?>) given).keySet().forEach(key -> field(mapping, key, given, reading));
      return (T) reading.done();
    }
    return (T) given;
  }

  private static <A, T> T built(Shape.Built<A, T> shape, Object given) {
    return shape.build().apply(as(shape.from(), given));
  }

  private static void field(
      Shape.Mapping mapping, String key, Object given, Arguments.Reading reading) {
    Field<?> field =
        mapping.fields().stream().filter(f -> f.name().equals(key)).findFirst().orElseThrow();
    with(field, Objects.requireNonNull(((Map<?, ?>) given).get(key)), reading);
  }

  private static <T> void with(Field<T> field, Object given, Arguments.Reading reading) {
    reading.with(field, as(field.shape(), given));
  }
}
