package dev.kilde.core.identity;

import java.util.Locale;

/** How the letters of an identifier are written. */
public enum LetterCase {
  AS_GIVEN,
  UPPER,
  LOWER;

  String of(String text) {
    return switch (this) {
      case AS_GIVEN -> text;
      case UPPER -> text.toUpperCase(Locale.ROOT);
      case LOWER -> text.toLowerCase(Locale.ROOT);
    };
  }
}
