package dev.kilde.core.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionIdTest {

  private static final Shape.Built<?, String> ID =
      (Shape.Built<?, String>) DefinitionId.shape("lapsed-buyers");

  @ParameterizedTest
  @ValueSource(strings = {"a", "1", "lapsed", "lapsed-buyers-2"})
  void whatIsKebabCaseIsAnId(String id) {
    assertThat(read(ID, id)).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Lapsed Buyers | did you mean lapsed-buyers?
          lapsedBuyers  | did you mean lapsed-buyers?
          -lapsed-      | did you mean lapsed?
          lapsed--2     | did you mean lapsed-2?
          ???           | write it such as lapsed-buyers
          """)
  void whatIsNotIsToldTheNearestThatIs(String id, String remedy) {
    assertThatExceptionOfType(Mistake.class)
        .isThrownBy(() -> read(ID, id))
        .withMessage("the id \"" + id + "\" is not lower-case letters and digits joined by -")
        .extracting(Mistake::remedy)
        .isEqualTo(remedy);
  }

  @SuppressWarnings("unchecked") // an id is built of text
  private static <T> T read(Shape.Built<?, T> built, String text) {
    return ((Shape.Built<String, T>) built).build().apply(text);
  }
}
