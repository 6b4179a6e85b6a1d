package dev.kilde.profile.definition;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which definition a file holds.
 *
 * @param id lower-case letters, digits and single {@code -} between them
 * @param version from 1
 */
record Head(String id, int version) {

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

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
    String id = fields.required(idKey, idKey + ": my-" + idKey, Head::id);
    Integer version =
        fields.required("version", "version: 1", value -> value.wholeNumber(1, 999_999_999));
    return id == null || version == null ? null : new Head(id, version);
  }

  private static @Nullable String id(Value value) {
    String text = value.text();
    if (text == null || ID.matcher(text).matches()) {
      return text;
    }
    String kebab =
        text.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return value.wrong(
        "the id " + Quoted.of(text) + " is not lower-case letters and digits joined by -",
        kebab.isEmpty()
            ? "write it such as lapsed-buyers"
            : "did you mean " + Quoted.plain(kebab) + "?");
  }
}
