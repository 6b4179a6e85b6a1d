package dev.kilde.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaHouseRulesTest {

  private final Set<String> seen = new HashSet<>();

  @ParameterizedTest
  @MethodSource("dev.kilde.schemas.GeneratedRecords#schemas")
  void everyRecordAndFieldIsDocumentedAndEveryEnumSurvivesNewSymbols(Schema schema) {
    check(schema);
  }

  private void check(Schema schema) {
    switch (schema.getType()) {
      case RECORD -> {
        if (seen.add(schema.getFullName())) {
          assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank();
          for (Schema.Field field : schema.getFields()) {
            assertThat(field.doc()).as(schema.getName() + "." + field.name()).isNotBlank();
            checkNullable(schema, field);
            check(field.schema());
          }
        }
      }
      case ENUM -> assertThat(schema.getEnumDefault()).as(schema.getName()).isEqualTo("unknown");
      case ARRAY -> check(schema.getElementType());
      case MAP -> check(schema.getValueType());
      case UNION -> check(schema.getTypes().get(1));
      default -> {}
    }
  }

  private static void checkNullable(Schema schema, Schema.Field field) {
    if (field.schema().isUnion()) {
      assertThat(field.schema().getTypes()).as(schema.getName() + "." + field.name()).hasSize(2);
      assertThat(field.schema().getTypes().get(0).getType()).isEqualTo(Schema.Type.NULL);
      assertThat(field.hasDefaultValue()).isTrue();
      assertThat(field.doc())
          .as(schema.getName() + "." + field.name())
          .containsIgnoringCase("null");
    }
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everyInputHasItsEnvelopeFirst(Topic topic) {
    if (topic.isInput()) {
      boolean ofSomebody = topic.schema().getField("identifiers") != null;
      assertThat(topic.schema().getFields())
          .extracting(Schema.Field::name)
          .startsWith(
              (ofSomebody
                      ? List.of("tenant", "eventId", "occurredAt", "identifiers", "trust")
                      : List.of("tenant", "eventId", "occurredAt", "trust"))
                  .toArray(String[]::new));
      assertThat(ofSomebody)
          .isEqualTo(!List.of(Topic.PRODUCTS, Topic.DEFINITIONS, Topic.MODELS).contains(topic));
    }
  }
}
