package dev.kilde.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection.Reason;
import java.io.IOException;

/** A binary floating-point number; never NaN or infinite. */
final class DoubleShape implements Shape {

  @Override
  public Object read(JsonReading in) throws RejectedException, IOException {
    JsonParser parser = in.parser();
    if (!parser.currentToken().isNumeric()) {
      throw in.wrongType("a number");
    }
    double value = Double.parseDouble(parser.getText());
    if (Double.isInfinite(value)) {
      throw in.rejected(Reason.NUMBER_OUT_OF_RANGE, Excerpt.of(parser.getText()) + " is too large");
    }
    return value;
  }

  @Override
  public void write(JsonGenerator out, Object value) throws IOException {
    double number = (Double) value;
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new IllegalArgumentException("JSON has no " + number + ": write null instead");
    }
    out.writeNumber(number);
  }
}
