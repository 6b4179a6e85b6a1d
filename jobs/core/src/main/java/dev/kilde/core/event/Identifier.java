package dev.kilde.core.event;

import java.text.Normalizer;
import java.util.Locale;

/** One normalised identifier. */
public record Identifier(IdentifierKind kind, String value) {

  /**
   * An identifier with its value normalised: white space around it gone, the no-break space of web
   * pages included; e-mail also Unicode-composed (NFKC) and lower-case.
   */
  public static Identifier of(IdentifierKind kind, String raw) {
    return new Identifier(
        kind,
        trimmed(
            kind == IdentifierKind.EMAIL
                ? Normalizer.normalize(raw, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                : raw));
  }

  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (start < end && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
