package dev.kilde.schemas.json;

import java.util.regex.Pattern;

/**
 * A value as it may stand in an error: short, and without an e-mail address or phone number in
 * full.
 */
final class Excerpt {

  private static final int LONGEST = 40;
  private static final int DIGITS_SHOWN = 5;
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:[0-9:.,+Zz -]*");

  private Excerpt() {}

  /**
   * In quotes, at most 40 characters; from the sixth digit on {@code #}; of an address only its
   * length.
   */
  static String of(String value) {
    if (value.indexOf('@') >= 0) {
      return "with an address (" + value.length() + " characters)";
    }
    String start = value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    String shown = TIME.matcher(start).matches() ? start : masked(start);
    return '"' + WellFormed.text(shown) + (value.length() <= LONGEST ? "\"" : "...\"");
  }

  /** A field name, which free maps let anybody choose. */
  static String name(String name) {
    String quoted = of(name);
    return quoted.startsWith("\"") ? quoted.substring(1, quoted.length() - 1) : "(" + quoted + ")";
  }

  private static String masked(String text) {
    StringBuilder masked = new StringBuilder(text.length());
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c) && ++digits > DIGITS_SHOWN) {
        masked.append('#');
      } else {
        masked.append(Character.isISOControl(c) ? ' ' : c);
      }
    }
    return masked.toString();
  }
}
