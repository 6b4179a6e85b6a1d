package dev.kilde.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection.Reason;
import java.io.IOException;

/** A number without a fraction, of 32 or 64 bits. */
enum WholeNumberShape implements Shape {
  /** Avro's int. */
  INT {
    @Override
    Object boxed(long value) {
      return (int) value;
    }

    @Override
    boolean holds(JsonParser.NumberType type) {
      return type == JsonParser.NumberType.INT;
    }
  },
  /** Avro's long. */
  LONG {
    @Override
    Object boxed(long value) {
      return value;
    }

    @Override
    boolean holds(JsonParser.NumberType type) {
      return type == JsonParser.NumberType.INT || type == JsonParser.NumberType.LONG;
    }
  };

  abstract Object boxed(long value);

  abstract boolean holds(JsonParser.NumberType type);

  @Override
  public Object read(JsonReading in) throws RejectedException, IOException {
    JsonParser parser = in.parser();
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw in.wrongType("a whole number");
    }
    if (parser.getTextLength() > 20 || !holds(parser.getNumberType())) {
      throw in.rejected(
          Reason.NUMBER_OUT_OF_RANGE,
          Excerpt.of(parser.getText())
              + " is too large for "
              + (this == INT ? "32" : "64")
              + " bits");
    }
    return boxed(parser.getLongValue());
  }

  @Override
  public void write(JsonGenerator out, Object value) throws IOException {
    out.writeNumber(((Number) value).longValue());
  }
}
