package dev.kilde.profile.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneKeyReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          icee: { of: cherry }             | 1:1: icee is not a flavour; did you mean ice?
          coffee: true                     | 1:1: coffee is not a flavour; known here: mixed, without, ice, plain
          ice                              | 1:1: the file is "ice", not a flavour; write it such as { ice: { of: vanilla } }
          {}                               | 1:1: the file is an empty mapping, not a flavour; write it such as { ice: { of: vanilla } }
          [{ plain: true }]                | 1:1: the file is a list, not a flavour; write them as a list below mixed
          { plain: true, ice: {of: vanilla} } | 1:1: the file is plain and ice at once, not a flavour; write them as a list below mixed
          { ice: , of: cherry }            | 1:10: of stands beside ice; indent it further, below ice
          { without: { mixed: [] } }       | 1:21: mixed has no entries; give it at least 1, such as - { ice: { of: vanilla } }
          { mixed: [plain: true, iced: x] }| 1:24: iced is not a flavour; did you mean ice?
          { ice: { of: cherry, balls: 3, most: 2 } } | 1:38: at most 2 is less than 3; a greater most
          { ice: { of: cherry, balls: 5 } }| 1:8: too much?cherry; take vanilla
          """)
  void whatIsWrongIsToldWithTheNearestThatIsRight(String yaml, String expected) {
    assertThat(Shaped.read(Flavour.SHAPE, yaml).problems()).containsExactly(expected);
  }

  @Test
  void whatStandsUnderEachOfSeveralKindsIsCheckedToo() {
    assertThat(Shaped.read(Flavour.SHAPE, "{ plain: maybe, ice: { of: sherry } }").problems())
        .containsExactly(
            "1:1: the file is plain and ice at once, not a flavour; write them as a list below"
                + " mixed",
            "1:10: plain cannot be \"maybe\"; known here: false, true",
            "1:28: of cannot be \"sherry\"; did you mean cherry?");
  }

  @Test
  void asDeepAsAnybodyCanFollowIsReadAndDeeperIsToldOnce() {
    assertThat(Shaped.read(Flavour.SHAPE, nested(OneKeyReader.MAX_DEPTH)).problems()).isEmpty();
    assertThat(Shaped.read(Flavour.SHAPE, nested(OneKeyReader.MAX_DEPTH + 1)).problems())
        .containsExactly(
            "1:353: a flavour nested more than 32 levels deep; simplify it, or check the"
                + " indentation");
  }

  @Test
  void whereSomethingStandsIsKnownThoughItsLikeStandsElsewhere() {
    Problems problems = new Problems("x.yaml");
    ShapeReader reader = new ShapeReader();

    Flavour read =
        Objects.requireNonNull(
            reader.read(
                Flavour.SHAPE,
                Shaped.value(
                    "mixed:\n  - ice: { of: cherry }\n  - ice: { of: cherry }", problems)));

    Flavour.Mixed mixed = (Flavour.Mixed) read;
    assertThat(mixed.parts().get(0)).isEqualTo(mixed.parts().get(1));
    assertThat(line(reader, mixed)).isEqualTo(1);
    assertThat(line(reader, mixed.parts().get(0))).isEqualTo(2);
    assertThat(line(reader, mixed.parts().get(1))).isEqualTo(3);
    assertThat(reader.places().of(new Flavour.Plain())).isNull();
  }

  private static int line(ShapeReader reader, Flavour flavour) {
    return Objects.requireNonNull(reader.places().of(flavour)).line();
  }

  private static String nested(int levels) {
    return "{ without: ".repeat(levels - 1) + "{ plain: true }" + " }".repeat(levels - 1);
  }
}
