package dev.kilde.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An object with the record's fields; of a field given twice the last counts, {@code null} is as
 * good as absent.
 */
final class RecordShape implements Shape {

  private record FieldShape(Schema.Field field, Shape shape) {}

  private final Schema schema;
  private final Class<?> type;
  private final List<FieldShape> fields = new ArrayList<>();
  private final Map<String, FieldShape> byName = new HashMap<>();

  RecordShape(Schema schema, SpecificData model) {
    this.schema = schema;
    this.type = model.getClass(schema);
    for (Schema.Field field : schema.getFields()) {
      FieldShape shape = new FieldShape(field, Shapes.of(field.schema(), model));
      fields.add(shape);
      byName.put(field.name(), shape);
    }
  }

  @Override
  public SpecificRecord read(JsonReading in) throws RejectedException, IOException {
    JsonParser parser = in.parser();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw in.wrongType("an object");
    }
    @Nullable Object[] values = new @Nullable Object[fields.size()];
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      FieldShape field = byName.get(name);
      if (field == null) {
        in.skipUnknown();
      } else {
        values[field.field().pos()] = token == JsonToken.VALUE_NULL ? null : field.shape().read(in);
      }
    }
    return filled(values, in);
  }

  private SpecificRecord filled(@Nullable Object[] values, JsonReading in)
      throws RejectedException {
    SpecificRecord record = (SpecificRecord) SpecificData.newInstance(type, schema);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      record.put(i, value == null ? absent(fields.get(i).field(), in) : value);
    }
    return record;
  }

  private static @Nullable Object absent(Schema.Field field, JsonReading in)
      throws RejectedException {
    if (!field.hasDefaultValue()) {
      throw in.rejectedField(Reason.MISSING_FIELD, field.name(), "is required");
    }
    return switch (field.schema().getType()) {
      case ARRAY -> new ArrayList<>();
      case MAP -> new HashMap<>();
      default -> SpecificData.get().getDefaultValue(field);
    };
  }

  @Override
  public void write(JsonGenerator out, Object value) throws IOException {
    SpecificRecord record = (SpecificRecord) value;
    out.writeStartObject();
    for (FieldShape field : fields) {
      Object fieldValue = record.get(field.field().pos());
      if (fieldValue != null) {
        out.writeFieldName(field.field().name());
        field.shape().write(out, fieldValue);
      }
    }
    out.writeEndObject();
  }
}
