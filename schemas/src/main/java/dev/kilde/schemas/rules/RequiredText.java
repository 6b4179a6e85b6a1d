package dev.kilde.schemas.rules;

import dev.kilde.schemas.Limits;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection.Reason;
import org.jspecify.annotations.Nullable;

/** Text that must be there. */
final class RequiredText {

  private RequiredText() {}

  /** Refuses text that is not there, or is nothing but white space. */
  static void check(String field, @Nullable String text) throws RejectedException {
    if (text == null) {
      throw new RejectedException(Reason.MISSING_FIELD, field + ": is required");
    }
    if (isBlank(text)) {
      throw new RejectedException(Reason.EMPTY_FIELD, field + ": is empty, but required");
    }
  }

  /** Nothing but white space, no-break spaces included. */
  static boolean isBlank(String text) {
    return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  /** Refuses text of more than 512 characters; never repeats it. */
  static void checkLength(String field, String text) throws RejectedException {
    if (text.length() > Limits.MAX_IDENTIFIER_LENGTH) {
      int characters = text.codePointCount(0, text.length());
      if (characters > Limits.MAX_IDENTIFIER_LENGTH) {
        throw new RejectedException(
            Reason.IDENTIFIER_TOO_LONG,
            "%s: %d characters, at most %d are taken"
                .formatted(field, characters, Limits.MAX_IDENTIFIER_LENGTH));
      }
    }
  }
}
