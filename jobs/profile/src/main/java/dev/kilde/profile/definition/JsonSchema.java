package dev.kilde.profile.definition;

import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema, draft 2020-12, of files of a shape: editors complete by it and tell most
 * mistakes while one writes. Of what is right it refuses flags in quotes only; what takes more than
 * a look at one value, such as an impossible window, is for {@code ./kilde check}.
 */
final class JsonSchema {

  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  /** What is told apart by a key, by name; filled as it is met, so that it may hold itself. */
  private final Map<String, Object> defs = new LinkedHashMap<>();

  private JsonSchema() {}

  /**
   * The schema as maps, lists, strings, numbers and booleans.
   *
   * @param title what the files are
   */
  static Map<String, Object> of(String title, Shape<?> shape) {
    JsonSchema schema = new JsonSchema();
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", DRAFT);
    root.put("title", title);
    root.putAll(schema.schema(shape));
    if (!schema.defs.isEmpty()) {
      root.put("$defs", schema.defs);
    }
    return root;
  }

  private Map<String, Object> schema(Shape<?> shape) {
    if (shape instanceof Shape.Text text) {
      // A number or a flag without quotes is read as the text it is.
      return object(
          "type",
          List.of("string", "number", "boolean"),
          "minLength",
          1,
          "examples",
          List.of(text.example()));
    }
    if (shape instanceof Shape.Word word) {
      return object("enum", word.words());
    }
    if (shape instanceof Shape.Whole whole) {
      return object("type", "integer", "minimum", whole.min(), "maximum", whole.max());
    }
    if (shape instanceof Shape.Decimal decimal) {
      return object("type", "number", "minimum", decimal.min(), "maximum", decimal.max());
    }
    if (shape instanceof Shape.Span span) {
      return object(
          "type", "string", "pattern", DurationText.PATTERN, "examples", List.of(Example.of(span)));
    }
    if (shape instanceof Shape.Moment moment) {
      return object(
          "type", "string", "pattern", MomentText.PATTERN, "examples", List.of(Example.of(moment)));
    }
    if (shape instanceof Shape.Flag) {
      return object("type", "boolean");
    }
    if (shape instanceof Shape.ListOf<?> list) {
      return object("type", "array", "items", schema(list.each()), "minItems", list.least());
    }
    if (shape instanceof Shape.OneOrMore<?> some) {
      Map<String, Object> each = schema(some.each());
      return object("anyOf", List.of(each, object("type", "array", "items", each, "minItems", 1)));
    }
    if (shape instanceof Shape.Mapping mapping) {
      return mapping(mapping);
    }
    if (shape instanceof Shape.OneKey<?> choice) {
      return object("$ref", "#/$defs/" + define(choice));
    }
    if (shape instanceof Shape.Built<?, ?> built) {
      return schema(built.from());
    }
    throw new IllegalArgumentException("no schema of " + shape);
  }

  private Map<String, Object> mapping(Shape.Mapping mapping) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Field<?> field : mapping.fields()) {
      properties.put(field.name(), described(field.doc(), schema(field.shape())));
    }
    Map<String, Object> schema =
        object("type", "object", "properties", properties, "additionalProperties", false);
    List<String> required =
        mapping.fields().stream().filter(Field::required).<String>map(Field::name).toList();
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private String define(Shape.OneKey<?> choice) {
    String name = choice.what().replaceFirst("^an? ", "").replace(' ', '-');
    if (!defs.containsKey(name)) {
      defs.put(name, Map.of());
      List<Object> kinds = new ArrayList<>();
      for (Kind<?> kind : choice.kinds().get()) {
        Map<String, Object> value = described(kind.doc(), schema(kind.shape()));
        kinds.add(
            object(
                "properties",
                object(kind.key(), value),
                "required",
                List.of(kind.key()),
                "additionalProperties",
                false));
      }
      defs.put(name, object("type", "object", "maxProperties", 1, "oneOf", kinds));
    }
    return name;
  }

  private static Map<String, Object> described(String doc, Map<String, Object> schema) {
    Map<String, Object> described = object("description", doc);
    described.putAll(schema);
    return described;
  }

  /** Keys and values by turns. */
  private static Map<String, Object> object(Object... pairs) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      object.put((String) pairs[i], pairs[i + 1]);
    }
    return object;
  }
}
