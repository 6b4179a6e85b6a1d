package dev.kilde.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import dev.kilde.schemas.RejectedException;
import java.io.IOException;

/** A string. */
final class TextShape implements Shape {

  @Override
  public Object read(JsonReading in) throws RejectedException, IOException {
    if (in.parser().currentToken() != JsonToken.VALUE_STRING) {
      throw in.wrongType("a string");
    }
    return in.text();
  }

  @Override
  public void write(JsonGenerator out, Object value) throws IOException {
    out.writeString(WellFormed.text((String) value));
  }
}
