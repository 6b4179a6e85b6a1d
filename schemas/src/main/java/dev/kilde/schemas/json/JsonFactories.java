package dev.kilde.schemas.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;

/**
 * How JSON is parsed: strictly, at most 32 levels deep; length is bounded before parsing, so the
 * parser's other bounds are out of the way.
 *
 * <p>Field names are not kept between lines: the parser's table of names is shared and only bounded
 * by their number, and a few thousand hostile names of a megabyte each would fill the heap.
 */
final class JsonFactories {

  /** Deepest nesting taken; the outermost object is level 1. */
  static final int DEEPEST = 32;

  private static final JsonFactory READING =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
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
