package dev.kilde.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import dev.kilde.schemas.RejectedException;
import java.io.IOException;

/**
 * A value of a free map: always text; a JSON scalar is read as its text, a nested value as its
 * compact JSON.
 */
final class FreeTextShape implements Shape {

  @Override
  public Object read(JsonReading in) throws RejectedException, IOException {
    JsonToken token = in.parser().currentToken();
    return token.isStructStart() ? EmbeddedJsonShape.compact(in) : in.text();
  }

  @Override
  public void write(JsonGenerator out, Object value) throws IOException {
    out.writeString(WellFormed.text((String) value));
  }
}
