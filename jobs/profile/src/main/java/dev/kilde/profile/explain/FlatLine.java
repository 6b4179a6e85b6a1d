package dev.kilde.profile.explain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A line of JSON: one object, all of whose values are texts. */
final class FlatLine {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private final Map<String, String> fields;

  private FlatLine(Map<String, String> fields) {
    this.fields = fields;
  }

  /**
   * Reads a line.
   *
   * @throws IOException if it is none of these
   */
  static FlatLine read(String line) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser in = JSON.createParser(line)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("a line is no object");
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        String text = in.nextTextValue();
        if (text == null) {
          throw new IOException(name + " is no text");
        }
        fields.put(name, text);
      }
      if (in.currentToken() != JsonToken.END_OBJECT) {
        throw new IOException("a line has no end");
      }
    }
    return new FlatLine(fields);
  }

  /** Writes a line, its fields in the order given. */
  static String write(Map<String, String> fields) {
    StringWriter line = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(line)) {
      out.writeStartObject();
      for (Map.Entry<String, String> field : fields.entrySet()) {
        out.writeStringField(field.getKey(), field.getValue());
      }
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return line.toString();
  }

  /**
   * The text under a name.
   *
   * @throws IOException if there is none
   */
  String need(String name) throws IOException {
    String text = fields.get(name);
    if (text == null) {
      throw new IOException(name + " is missing");
    }
    return text;
  }

  /** In the order in which they stand. */
  Map<String, String> fields() {
    return fields;
  }
}
