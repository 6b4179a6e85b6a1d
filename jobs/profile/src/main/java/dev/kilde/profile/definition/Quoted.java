package dev.kilde.profile.definition;

/** Text of an author's, made fit to stand in a one-line message. */
final class Quoted {

  private static final int MAX = 60;
  private static final int MAX_LINE = 400;

  private Quoted() {}

  /** The text in quotation marks, shortened. */
  static String of(String text) {
    return '"' + plain(text) + '"';
  }

  /** The text shortened, control characters shown as {@code ?}. */
  static String plain(String text) {
    return shortened(text, MAX);
  }

  /** A whole message that holds such text: shortened only where it is very long. */
  static String line(String message) {
    return shortened(message, MAX_LINE);
  }

  private static String shortened(String text, int max) {
    StringBuilder fit = new StringBuilder();
    text.codePoints().limit(max).map(Quoted::visible).forEach(fit::appendCodePoint);
    return text.codePointCount(0, text.length()) > max ? fit + "..." : fit.toString();
  }

  /** The code point, or {@code ?} for one that would break a terminal's line. */
  static int visible(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.SURROGATE
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR
        ? '?'
        : codePoint;
  }
}
