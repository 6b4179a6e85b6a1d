package dev.kilde.schemas.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.jspecify.annotations.Nullable;

/** A registry's answer: {@code {"schema": "..", "schemaType": "AVRO"}}. */
final class RegisteredSchema {

  private static final JsonFactory JSON = new JsonFactory();

  private RegisteredSchema() {}

  /**
   * The schema in an answer; empty if it is no Avro schema, or refers to others.
   *
   * @throws UncheckedIOException if the answer is none of a schema registry
   */
  static Optional<Schema> parse(String answer) {
    String schema = null;
    boolean avro = true;
    try (JsonParser parser = JSON.createParser(answer)) {
      parser.nextToken();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        JsonToken token = parser.nextToken();
        if (name.equals("schema") && token == JsonToken.VALUE_STRING) {
          schema = parser.getText();
        } else if (name.equals("schemaType")) {
          avro = "AVRO".equals(parser.getText());
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException e) {
      throw notARegistry(e);
    }
    if (schema == null) {
      throw notARegistry(null);
    }
    return avro ? parseAvro(schema) : Optional.empty();
  }

  private static Optional<Schema> parseAvro(String schema) {
    try {
      return Optional.of(new Schema.Parser().parse(schema));
    } catch (SchemaParseException e) {
      return Optional.empty();
    }
  }

  private static UncheckedIOException notARegistry(@Nullable IOException cause) {
    String message = "the answer has no schema: is this the address of a schema registry?";
    return new UncheckedIOException(message, cause == null ? new IOException(message) : cause);
  }
}
