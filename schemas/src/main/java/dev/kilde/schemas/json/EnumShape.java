package dev.kilde.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * One of the schema's symbols, but not {@code unknown}, which only a reader older than its writer
 * sees.
 */
final class EnumShape implements Shape {

  private final Map<String, Object> constants = new LinkedHashMap<>();

  EnumShape(Schema schema, SpecificData model) {
    for (String symbol : schema.getEnumSymbols()) {
      constants.put(symbol, model.createEnum(symbol, schema));
    }
    constants.remove(schema.getEnumDefault());
  }

  @Override
  public Object read(JsonReading in) throws RejectedException, IOException {
    if (in.parser().currentToken() != JsonToken.VALUE_STRING) {
      throw in.wrongType("one of " + symbols());
    }
    in.expectNotBlank();
    String text = in.parser().getText();
    Object constant = constants.get(text);
    if (constant == null) {
      throw in.rejected(
          Reason.UNKNOWN_ENUM, Excerpt.of(text) + " is not known, use one of " + symbols());
    }
    return constant;
  }

  @Override
  public void write(JsonGenerator out, Object value) throws IOException {
    out.writeString(value.toString());
  }

  private List<String> symbols() {
    return new ArrayList<>(constants.keySet());
  }
}
