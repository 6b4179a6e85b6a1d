package dev.kilde.local.index;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** A record in which every field holds something, also those its schema will have one day. */
final class FilledRecord {
  private FilledRecord() {}

  static SpecificRecord of(Schema schema) {
    SpecificRecord record =
        (SpecificRecord) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), value(field.schema()));
    }
    return record;
  }

  private static Object value(Schema schema) {
    LogicalType logical = schema.getLogicalType();
    if (logical != null) {
      return switch (logical.getName()) {
        case "decimal" -> new BigDecimal("1234.560000");
        case "timestamp-millis" -> Instant.parse("2026-03-04T05:06:07.008Z");
        case "date" -> LocalDate.of(1980, 2, 29);
        default -> throw new AssertionError(logical.getName());
      };
    }
    return switch (schema.getType()) {
      case UNION ->
          value(
              schema
                  .getTypes()
                  .get(schema.getTypes().get(0).getType() == Schema.Type.NULL ? 1 : 0));
      case STRING -> "value";
      case INT -> 7;
      case LONG -> 7L;
      case DOUBLE -> 7.5;
      case BOOLEAN -> true;
      case ENUM -> SpecificData.get().createEnum(schema.getEnumSymbols().get(0), schema);
      case ARRAY -> List.of(value(schema.getElementType()));
      case MAP -> Map.of("key", value(schema.getValueType()));
      case RECORD -> of(schema);
      default -> throw new AssertionError(schema);
    };
  }
}
