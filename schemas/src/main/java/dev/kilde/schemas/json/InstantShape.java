package dev.kilde.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection.Reason;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * An instant: ISO-8601 with any offset, or epoch milliseconds; kept to the millisecond; written in
 * UTC.
 */
final class InstantShape implements Shape {

  private static final String EXPECTED =
      "a time such as \"2026-03-01T09:30:00Z\" or epoch milliseconds";

  @Override
  public Object read(JsonReading in) throws RejectedException, IOException {
    JsonParser parser = in.parser();
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      if (parser.getTextLength() > 20
          || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
        throw in.rejected(Reason.TIME_OUT_OF_RANGE, "more milliseconds than there is time");
      }
      return Instant.ofEpochMilli(parser.getLongValue());
    }
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw in.wrongType(EXPECTED);
    }
    in.expectNotBlank();
    long utc = UtcTime.parse(parser.getText());
    return utc == UtcTime.OTHER ? general(in) : Instant.ofEpochMilli(utc);
  }

  private static Instant general(JsonReading in) throws RejectedException, IOException {
    JsonParser parser = in.parser();
    try {
      return Instant.ofEpochMilli(
          OffsetDateTime.parse(parser.getText()).toInstant().toEpochMilli());
    } catch (DateTimeException e) {
      throw in.wrongType(EXPECTED);
    } catch (ArithmeticException e) {
      throw in.rejected(
          Reason.TIME_OUT_OF_RANGE, Excerpt.of(parser.getText()) + " is no usable time");
    }
  }

  @Override
  public void write(JsonGenerator out, Object value) throws IOException {
    out.writeString(value.toString());
  }
}
