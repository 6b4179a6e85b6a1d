package dev.kilde.schemas.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection.Reason;
import java.io.IOException;

/** One line being read: the parser, where it stands, and what was passed over. */
final class JsonReading {

  private final JsonParser parser;
  private final boolean hasUnicodeEscapes;
  private long unknownFields;

  /**
   * Starts before the first token.
   *
   * @param hasUnicodeEscapes whether the text may hold escapes, hence half surrogate pairs
   */
  JsonReading(JsonParser parser, boolean hasUnicodeEscapes) {
    this.parser = parser;
    this.hasUnicodeEscapes = hasUnicodeEscapes;
  }

  JsonParser parser() {
    return parser;
  }

  /** Number of fields that no schema knows. */
  long unknownFields() {
    return unknownFields;
  }

  /** Passes over the current value of a field that no schema knows. */
  void skipUnknown() throws IOException {
    unknownFields++;
    parser.skipChildren();
  }

  /**
   * The current string (or field name), well-formed: half a surrogate pair, which UTF-8 cannot
   * hold, becomes U+FFFD.
   */
  String text() throws IOException {
    String text = parser.getText();
    return hasUnicodeEscapes ? WellFormed.text(text) : text;
  }

  /** Refuses a string that says nothing where a value must be. */
  void expectNotBlank() throws RejectedException, IOException {
    if (parser.getText().isBlank()) {
      throw rejected(Reason.EMPTY_FIELD, "is empty, leave the field out if there is no value");
    }
  }

  /** The current value is not what the schema says. */
  RejectedException wrongType(String expected) throws IOException {
    return rejected(Reason.WRONG_TYPE, "expected " + expected + ", got " + describe());
  }

  /** The current value is refused; the place is put in front of the words. */
  RejectedException rejected(Reason reason, String words) {
    JsonStreamContext context = parser.getParsingContext();
    boolean inside = parser.currentToken() != null && parser.currentToken().isStructStart();
    JsonStreamContext place = inside ? context.getParent() : context;
    return new RejectedException(reason, path(place) + ": " + words);
  }

  /** A field of the current object is refused. */
  RejectedException rejectedField(Reason reason, String field, String words) {
    JsonStreamContext context = parser.getParsingContext();
    String object = context.inObject() ? path(context.getParent()) : path(context);
    return new RejectedException(
        reason, (object.isEmpty() ? field : object + "." + field) + ": " + words);
  }

  private String describe() throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a string " + Excerpt.of(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number " + Excerpt.of(parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> "a boolean " + parser.getText();
      case VALUE_NULL -> "null";
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          "something else";
    };
  }

  /** {@code lines[2].amount}; the empty string at the top. */
  private static String path(JsonStreamContext context) {
    StringBuilder path = new StringBuilder();
    for (JsonStreamContext at = context; at != null && !at.inRoot(); at = at.getParent()) {
      if (at.inArray()) {
        path.insert(0, "[" + at.getCurrentIndex() + "]");
      } else if (at.getCurrentName() != null) {
        path.insert(0, "." + Excerpt.name(at.getCurrentName()));
      }
    }
    return path.length() > 0 && path.charAt(0) == '.' ? path.substring(1) : path.toString();
  }
}
