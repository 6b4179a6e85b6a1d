package dev.kilde.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.kilde.schemas.RejectedException;
import java.io.IOException;

/** {@code true} or {@code false}. */
final class BooleanShape implements Shape {

  @Override
  public Object read(JsonReading in) throws RejectedException, IOException {
    if (!in.parser().currentToken().isBoolean()) {
      throw in.wrongType("true or false");
    }
    return in.parser().getBooleanValue();
  }

  @Override
  public void write(JsonGenerator out, Object value) throws IOException {
    out.writeBoolean((Boolean) value);
  }
}
