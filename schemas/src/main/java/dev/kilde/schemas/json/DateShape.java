package dev.kilde.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection.Reason;
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
    in.expectNotBlank();
    try {
      return bounded(LocalDate.parse(in.parser().getText()), in);
    } catch (DateTimeException e) {
      throw in.wrongType(expected);
    }
  }

  /** Avro counts days in 32 bits, which is fewer than there are dates. */
  private static LocalDate bounded(LocalDate date, JsonReading in) throws RejectedException {
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw in.rejected(Reason.TIME_OUT_OF_RANGE, "the year is not within 1-9999");
    }
    return date;
  }

  @Override
  public void write(JsonGenerator out, Object value) throws IOException {
    out.writeString(value.toString());
  }
}
