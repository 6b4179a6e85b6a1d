package dev.kilde.schemas.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;

/**
 * How JSON is parsed: strictly, at most 32 levels deep; length is bounded before parsing, so the
 * parser's other bounds are out of the way.
 */
final class JsonFactories {

  /** Deepest nesting taken; the outermost object is level 1. */
  static final int DEEPEST = 32;

  private static final JsonFactory READING =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private static final JsonFactory WRITING =
      JsonFactory.builder()
          .streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(10_000).build())
          .build();

  private JsonFactories() {}

  static JsonFactory reading() {
    return READING;
  }

  static JsonFactory writing() {
    return WRITING;
  }
}
