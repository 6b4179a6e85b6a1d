package dev.kilde.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import dev.kilde.schemas.RejectedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A list of elements of one shape, none of them null. */
final class ListShape implements Shape {

  private final Shape element;

  ListShape(Shape element) {
    this.element = element;
  }

  @Override
  public Object read(JsonReading in) throws RejectedException, IOException {
    if (in.parser().currentToken() != JsonToken.START_ARRAY) {
      throw in.wrongType("a list");
    }
    List<Object> values = new ArrayList<>();
    while (in.parser().nextToken() != JsonToken.END_ARRAY) {
      values.add(element.read(in));
    }
    return values;
  }

  @Override
  public void write(JsonGenerator out, Object value) throws IOException {
    out.writeStartArray();
    for (Object one : (List<?>) value) {
      element.write(out, one);
    }
    out.writeEndArray();
  }
}
