package dev.kilde.core.shape;

import java.util.Locale;
import java.util.regex.Pattern;

/** The id of a definition: lower-case letters, digits and single {@code -} between them. */
public final class DefinitionId {

  private static final Pattern WRITTEN = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private DefinitionId() {}

  /**
   * Reads one.
   *
   * @param example such as one would write
   */
  public static Shape<String> shape(String example) {
    return new Shape.Text(example).as(text -> checked(text, example));
  }

  private static String checked(String text, String example) {
    if (WRITTEN.matcher(text).matches()) {
      return text;
    }
    String kebab =
        text.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    throw new Mistake(
        null,
        "the id \"" + text + "\" is not lower-case letters and digits joined by -",
        kebab.isEmpty() ? "write it such as " + example : "did you mean " + kebab + "?");
  }
}
