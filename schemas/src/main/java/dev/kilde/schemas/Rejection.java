package dev.kilde.schemas;

import java.io.Serializable;

/**
 * Why an input was not taken.
 *
 * @param reason the stable reason
 * @param detail place and remedy in words; holds no e-mail address or phone number in full
 */
public record Rejection(Reason reason, String detail) implements Serializable {

  /** Stable reasons; {@link #code()} stands in dead letters and metrics and never changes. */
  public enum Reason {
    /** The bytes are no JSON text in UTF-8. */
    NOT_JSON("not_json"),
    /** JSON, but no object at the top. */
    NOT_AN_OBJECT("not_an_object"),
    /** A field holds another type than the record has, or the message is another record. */
    WRONG_TYPE("wrong_type"),
    /** A required field is not there. */
    MISSING_FIELD("missing_field"),
    /** A required field is empty or blank. */
    EMPTY_FIELD("empty_field"),
    /** A value is none of those listed. */
    UNKNOWN_ENUM("unknown_enum"),
    /** Nothing says who the record is about. */
    NO_IDENTIFIER("no_identifier"),
    /** A link that does not lead from a weaker identifier to a stronger one. */
    INVALID_LINK("invalid_link"),
    /** An instant outside 1970-2100, or too far ahead of the record's own timestamp. */
    TIME_OUT_OF_RANGE("time_out_of_range"),
    /** A number too large for its field. */
    NUMBER_OUT_OF_RANGE("number_out_of_range"),
    /** More than 1 MiB. */
    TOO_LARGE("too_large"),
    /** An identifier of more than 512 characters. */
    IDENTIFIER_TOO_LONG("identifier_too_long"),
    /** Nested over 32 levels. */
    TOO_DEEP("too_deep"),
    /** A definition or model that says nothing that could be judged by. */
    INVALID_DEFINITION("invalid_definition"),
    /** The bytes are no Avro message. */
    NOT_AVRO("not_avro"),
    /** An Avro message whose writer's schema nobody knows. */
    UNKNOWN_SCHEMA("unknown_schema");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** The stable code, snake_case. */
    public String code() {
      return code;
    }
  }
}
