package dev.kilde.core.event;

import java.text.Normalizer;
import java.util.Locale;

/** One normalised identifier. */
public record Identifier(IdentifierKind kind, String value) {

  /**
   * An identifier with its value normalised: white space around it gone; e-mail also
   * Unicode-composed (NFKC) and lower-case.
   */
  public static Identifier of(IdentifierKind kind, String raw) {
    String stripped = raw.strip();
    return new Identifier(
        kind,
        kind == IdentifierKind.EMAIL
            ? Normalizer.normalize(stripped, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
            : stripped);
  }
}
