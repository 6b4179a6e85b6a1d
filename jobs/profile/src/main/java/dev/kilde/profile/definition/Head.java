package dev.kilde.profile.definition;

import dev.kilde.core.shape.DefinitionId;
import org.jspecify.annotations.Nullable;

/**
 * Which definition a file holds.
 *
 * @param id lower-case letters, digits and single {@code -} between them
 * @param version from 1
 */
record Head(String id, int version) {

  /**
   * Reads it; null after telling what is wrong.
   *
   * @param idKey the key the id stands under: {@code segment} or {@code flow}
   */
  static @Nullable Head read(String idKey, Value root) {
    Fields fields = root.openMapping();
    if (fields == null) {
      return null;
    }
    String example = "my-" + idKey;
    String id =
        fields.required(
            idKey,
            idKey + ": " + example,
            value -> new ShapeReader().read(DefinitionId.shape(example), value));
    Integer version =
        fields.required("version", "version: 1", value -> value.wholeNumber(1, 999_999_999));
    return id == null || version == null ? null : new Head(id, version);
  }
}
