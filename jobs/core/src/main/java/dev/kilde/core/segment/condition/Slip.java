package dev.kilde.core.segment.condition;

/** Slips of the keyboard. */
final class Slip {

  /** Of shorter words too many are alike. */
  private static final int SHORTEST = 4;

  private Slip() {}

  /**
   * Whether a word was likely meant to be another: the same, or one letter is wrong, missing, too
   * many or changed places with the next.
   */
  static boolean isLikely(String written, String meant) {
    if (written.equals(meant)) {
      return true;
    }
    if (Math.min(written.length(), meant.length()) < SHORTEST) {
      return false;
    }
    int same = 0;
    while (same < Math.min(written.length(), meant.length())
        && written.charAt(same) == meant.charAt(same)) {
      same++;
    }
    String left = written.substring(same);
    String right = meant.substring(same);
    return after(left, 1).equals(after(right, 1))
        || after(left, 1).equals(right)
        || left.equals(after(right, 1))
        || (left.length() > 1
            && right.length() > 1
            && left.charAt(0) == right.charAt(1)
            && left.charAt(1) == right.charAt(0)
            && after(left, 2).equals(after(right, 2)));
  }

  private static String after(String word, int letters) {
    return word.substring(Math.min(letters, word.length()));
  }
}
