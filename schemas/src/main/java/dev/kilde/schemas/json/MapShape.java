package dev.kilde.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import dev.kilde.schemas.RejectedException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Names to values of one shape; null values are dropped; written in order of names. */
final class MapShape implements Shape {

  private final Shape values;

  MapShape(Shape values) {
    this.values = values;
  }

  @Override
  public Object read(JsonReading in) throws RejectedException, IOException {
    if (in.parser().currentToken() != JsonToken.START_OBJECT) {
      throw in.wrongType("an object");
    }
    Map<String, Object> map = new HashMap<>();
    while (in.parser().nextToken() != JsonToken.END_OBJECT) {
      String name = in.text();
      if (in.parser().nextToken() == JsonToken.VALUE_NULL) {
        map.remove(name);
      } else {
        map.put(name, values.read(in));
      }
    }
    return map;
  }

  @Override
  public void write(JsonGenerator out, Object value) throws IOException {
    out.writeStartObject();
    for (Map.Entry<?, ?> entry : new TreeMap<>((Map<?, ?>) value).entrySet()) {
      out.writeFieldName(WellFormed.text((String) entry.getKey()));
      values.write(out, entry.getValue());
    }
    out.writeEndObject();
  }
}
