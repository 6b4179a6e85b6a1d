package dev.kilde.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import dev.kilde.schemas.RejectedException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** A day without a zone: {@code 1984-02-29}. */
final class DateShape implements Shape {

  @Override
  public Object read(JsonReading in) throws RejectedException, IOException {
    String expected = "a date such as \"1984-02-29\"";
    if (in.parser().currentToken() != JsonToken.VALUE_STRING) {
      throw in.wrongType(expected);
    }
    try {
      return LocalDate.parse(in.parser().getText());
    } catch (DateTimeException e) {
      throw in.wrongType(expected);
    }
  }

  @Override
  public void write(JsonGenerator out, Object value) throws IOException {
    out.writeString(value.toString());
  }
}
