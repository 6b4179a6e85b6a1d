package dev.kilde.profile.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What an editor makes of segments, by the schema that is generated for it. */
class SegmentSchemaTest {

  private static final com.networknt.schema.JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(Objects.requireNonNull(JsonSchemas.all().get("segment.schema.json")));

  static List<Path> library() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../../flink-conf/definitions/segments"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("library")
  void theSegmentsOfTheLibraryAreRight(Path file) throws IOException {
    assertThat(mistakes(Files.readString(file))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cart: { empty: true }",
        "purchased: { line: { product: 4711, amount: { atLeast: 9.50 } }, within: 730d }",
        "contact: { field: birthDate, before: 2000-01-01 }",
        "contact: { field: birthDate, before: 2000-01-01T10:00:00+01:00 }",
        "not: { all: [ any: [ segment: other ] ] }",
      })
  void whatIsRightIsRight(String where) {
    assertThat(mistakes(segment(where))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "purchasd: { within: 60d }",
        "purchased: { whithin: 60d }",
        "purchased: { within: 60 days }",
        "purchased: { atLeast: three }",
        "purchased: { atLeast: -1 }",
        "did: { within: 7d }",
        "did: { event: product_veiwed }",
        "contact: { field: birthDate, before: March }",
        "all: []",
        "all: { cart: { empty: true } }",
        "cart: { empty: true }, segment: other",
        "{}",
        "not: [ cart: { empty: true } ]",
        "cart: { empty: perhaps }",
      })
  void whatIsWrongIsWrong(String where) {
    assertThat(mistakes(segment(where))).isNotEmpty();
  }

  private static String segment(String where) {
    return "segment: a\nversion: 1\nwhere: { " + where + " }";
  }

  private static List<ValidationMessage> mistakes(String yaml) {
    Object value =
        new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml);
    JsonNode node = new ObjectMapper().valueToTree(value);
    return List.copyOf(SCHEMA.validate(node));
  }
}
