package dev.kilde.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.kilde.schemas.RejectedException;
import java.io.IOException;
import java.io.StringWriter;

/**
 * JSON text held in a string field ({@code @embedded("json")} in the schema): stands in the JSON
 * form as what it says.
 */
final class EmbeddedJsonShape implements Shape {

  @Override
  public Object read(JsonReading in) throws RejectedException, IOException {
    return compact(in);
  }

  @Override
  public void write(JsonGenerator out, Object value) throws IOException {
    try (JsonParser parser = JsonFactories.reading().createParser((String) value)) {
      if (parser.nextToken() == null) {
        throw new IllegalArgumentException("embedded JSON is empty: write null instead");
      }
      copy(new JsonReading(parser, true), out);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("embedded JSON is more than one value");
      }
    }
  }

  /** The current value as JSON without white space, numbers as they are written. */
  static String compact(JsonReading in) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JsonFactories.writing().createGenerator(text)) {
      copy(in, out);
    }
    return text.toString();
  }

  private static void copy(JsonReading in, JsonGenerator out) throws IOException {
    int depth = 0;
    JsonParser parser = in.parser();
    for (JsonToken token = parser.currentToken(); ; token = parser.nextToken()) {
      switch (token) {
        case START_OBJECT -> out.writeStartObject();
        case START_ARRAY -> out.writeStartArray();
        case END_OBJECT -> out.writeEndObject();
        case END_ARRAY -> out.writeEndArray();
        case FIELD_NAME -> out.writeFieldName(in.text());
        case VALUE_STRING -> out.writeString(in.text());
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> out.writeNumber(parser.getText());
        case VALUE_TRUE, VALUE_FALSE -> out.writeBoolean(parser.getBooleanValue());
        case VALUE_NULL -> out.writeNull();
        case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
            throw new IllegalStateException("no JSON token: " + token);
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0) {
        return;
      }
    }
  }
}
