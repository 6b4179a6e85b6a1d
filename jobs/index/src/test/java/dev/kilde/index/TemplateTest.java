package dev.kilde.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilde.schemas.record.ProfileDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/**
 * Holds the mapping against the schema of the document: every field, of a fitting type, and no
 * field more.
 */
class TemplateTest {

  /** Lists of these records are matched record by record. */
  private static final Set<String> NESTED =
      Set.of(
          "permissions",
          "leadScore.contributions",
          "mailRating.rules",
          "cart.lines",
          "segments",
          "flows");

  private final JsonNode template = read(DocumentKind.PROFILES);

  @Test
  void every_field_of_the_document_is_mapped_to_a_fitting_type_and_no_other_is() {
    Map<String, String> expected = new TreeMap<>();
    fields("", ProfileDocument.getClassSchema(), expected);
    Map<String, String> mapped = new TreeMap<>();
    mapped("", template.at("/template/mappings"), mapped);
    assertThat(mapped).isEqualTo(expected);
  }

  @Test
  void an_unknown_field_is_refused() {
    assertThat(template.at("/template/mappings/dynamic").asText()).isEqualTo("strict");
  }

  @Test
  void the_layout_in_the_mapping_is_the_one_the_job_expects() {
    assertThat(template.at("/template/mappings/_meta/layout").asInt())
        .isEqualTo(DocumentKind.PROFILES.layout());
    assertThat(template.at("/index_patterns/0").asText())
        .isEqualTo(DocumentKind.PROFILES.index("*"));
  }

  private static void fields(String path, Schema schema, Map<String, String> into) {
    for (Schema.Field field : schema.getFields()) {
      String name = path + field.name();
      into.put(name, type(name, notNull(field.schema()), into));
    }
  }

  private static String type(String name, Schema schema, Map<String, String> into) {
    LogicalType logical = schema.getLogicalType();
    if (logical != null) {
      return switch (logical.getName()) {
        case "decimal" -> "double";
        case "timestamp-millis", "date" -> "date";
        default -> throw new AssertionError(name + " is " + logical.getName());
      };
    }
    return switch (schema.getType()) {
      case STRING -> name.equals("mailRating.rules.because") ? "text" : "keyword";
      case ENUM -> "keyword";
      case INT -> "integer";
      case LONG -> "long";
      case DOUBLE -> "double";
      case BOOLEAN -> "boolean";
      case MAP -> map(schema.getValueType());
      case ARRAY -> list(name, schema.getElementType(), into);
      case RECORD -> {
        fields(name + ".", schema, into);
        yield "object";
      }
      default -> throw new AssertionError(name + " is " + schema.getType());
    };
  }

  private static String list(String name, Schema element, Map<String, String> into) {
    String type = type(name, element, into);
    if (!type.equals("object")) {
      return type;
    }
    assertThat(NESTED).contains(name);
    return "nested";
  }

  private static String map(Schema value) {
    return switch (value.getType()) {
      case STRING -> "flattened";
      case LONG -> "map of long";
      case BOOLEAN -> "map of boolean";
      default -> throw new AssertionError(value);
    };
  }

  private static Schema notNull(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream().filter(s -> s.getType() != Schema.Type.NULL).findFirst().get()
        : schema;
  }

  static void mapped(String path, JsonNode object, Map<String, String> into) {
    for (Map.Entry<String, JsonNode> field : object.get("properties").properties()) {
      String name = path + field.getKey();
      JsonNode mapping = field.getValue();
      if (mapping.path("dynamic").asText().equals("false")) {
        into.put(name, "map of " + onlyTypeOf(mapping));
        continue;
      }
      into.put(name, mapping.path("type").asText("object"));
      if (mapping.has("properties")) {
        mapped(name + ".", mapping, into);
      }
    }
  }

  private static String onlyTypeOf(JsonNode map) {
    return map.get("properties").findValuesAsText("type").stream()
        .distinct()
        .reduce("", String::concat);
  }

  static JsonNode read(DocumentKind kind) {
    try (InputStream in = TenantIndices.class.getResourceAsStream(kind.templateResource())) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
