package dev.kilde.schemas.json;

import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** Which shape a schema has in JSON. */
final class Shapes {

  private Shapes() {}

  /** The shape of a type; of a union of null and one other, the other's. */
  static Shape of(Schema schema, SpecificData model) {
    LogicalType logical = schema.getLogicalType();
    if (logical != null) {
      return ofLogical(logical);
    }
    return switch (schema.getType()) {
      case RECORD -> new RecordShape(schema, model);
      case ENUM -> new EnumShape(schema, model);
      case ARRAY -> new ListShape(of(schema.getElementType(), model));
      case MAP -> new MapShape(ofMapValue(schema.getValueType(), model));
      case UNION -> of(notNull(schema), model);
      case STRING ->
          "json".equals(schema.getProp("embedded")) ? new EmbeddedJsonShape() : new TextShape();
      case BYTES -> new BytesShape();
      case INT -> WholeNumberShape.INT;
      case LONG -> WholeNumberShape.LONG;
      case DOUBLE -> new DoubleShape();
      case BOOLEAN -> new BooleanShape();
      case FIXED, FLOAT, NULL -> throw new IllegalArgumentException("no JSON form for " + schema);
    };
  }

  private static Shape ofLogical(LogicalType logical) {
    if (logical instanceof LogicalTypes.Decimal) {
      return new DecimalShape();
    }
    if (logical instanceof LogicalTypes.TimestampMillis) {
      return new InstantShape();
    }
    if (logical instanceof LogicalTypes.Date) {
      return new DateShape();
    }
    throw new IllegalArgumentException("no JSON form for " + logical.getName());
  }

  private static Shape ofMapValue(Schema values, SpecificData model) {
    return values.getType() == Schema.Type.STRING ? new FreeTextShape() : of(values, model);
  }

  private static Schema notNull(Schema union) {
    if (union.getTypes().size() != 2 || union.getTypes().get(0).getType() != Schema.Type.NULL) {
      throw new IllegalArgumentException(
          "no JSON form for a union other than of null and a type: " + union);
    }
    return union.getTypes().get(1);
  }
}
