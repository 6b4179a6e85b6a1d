package dev.kilde.profile.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Shape;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonSchemaTest {

  private static final Shape<Integer> WHOLE = new Shape.Whole(1, 9);
  private static final String WHOLE_SCHEMA = "{type=integer, minimum=1, maximum=9}";

  static Stream<Arguments> shapes() {
    return Stream.of(
        arguments(
            new Shape.Text("tents"),
            "type=[string, number, boolean], minLength=1, examples=[tents]"),
        arguments(new Shape.Word(List.of("email", "sms")), "enum=[email, sms]"),
        arguments(WHOLE, "type=integer, minimum=1, maximum=9"),
        arguments(
            new Shape.Decimal(BigDecimal.ZERO, BigDecimal.TEN),
            "type=number, minimum=0, maximum=10"),
        arguments(
            new Shape.Span(Duration.ofMinutes(1), Duration.ofDays(30)),
            "type=string, pattern=^([0-9]{1,7})([mhd])$, examples=[7d]"),
        arguments(new Shape.Flag(), "type=boolean"),
        arguments(
            new Shape.ListOf<>(WHOLE, 2), "type=array, items=" + WHOLE_SCHEMA + ", minItems=2"),
        arguments(
            new Shape.OneOrMore<>(WHOLE),
            "anyOf=[" + WHOLE_SCHEMA + ", {type=array, items=" + WHOLE_SCHEMA + ", minItems=1}]"),
        arguments(
            new Shape.Mapping(
                "a pair",
                List.of(
                    Field.required("left", WHOLE, "To the left."),
                    Field.optional("right", WHOLE, "To the right."))),
            "type=object, properties={left={description=To the left., type=integer, minimum=1,"
                + " maximum=9}, right={description=To the right., type=integer, minimum=1,"
                + " maximum=9}}, additionalProperties=false, required=[left]"),
        arguments(WHOLE.as(String::valueOf), "type=integer, minimum=1, maximum=9"));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyShapeHasASchema(Shape<?> shape, String expected) {
    assertThat(JsonSchema.of("a thing", shape))
        .hasToString(
            "{$schema=https://json-schema.org/draft/2020-12/schema, title=a thing, "
                + expected
                + "}");
  }

  @Test
  void kindsStandOnceAndMayHoldEachOther() {
    String schema = JsonSchemas.text("Menu", Flavour.SHAPE);

    assertThat(schema.split("\"mixed\" : \\{", -1)).hasSize(2);
    assertThat(schema)
        .startsWith(
            """
            {
              "$schema" : "https://json-schema.org/draft/2020-12/schema",
              "title" : "Menu",
              "$ref" : "#/$defs/flavour",
              "$defs" : {
                "flavour" : {
                  "type" : "object",
                  "maxProperties" : 1,
                  "oneOf" : [ {
                    "properties" : {
                      "mixed" : {
                        "description" : "Of these.",
                        "type" : "array",
                        "items" : {
                          "$ref" : "#/$defs/flavour"
                        },
                        "minItems" : 1
                      }
                    },
                    "required" : [ "mixed" ],
                    "additionalProperties" : false
                  }, {
            """);
  }
}
