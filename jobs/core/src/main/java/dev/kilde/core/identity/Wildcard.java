package dev.kilde.core.identity;

/** Patterns in which {@code *} stands for any characters, also none; letter case does not count. */
final class Wildcard {

  /** Stands for any characters. */
  static final char ANY = '*';

  private Wildcard() {}

  /** Whether the whole value is as the pattern says. */
  static boolean matches(String pattern, String value) {
    int p = 0;
    int v = 0;
    int afterStar = -1; // in the pattern, once a star was met
    int takenUpTo = 0; // in the value, by that star
    while (v < value.length()) {
      if (p < pattern.length() && pattern.charAt(p) == ANY) {
        p++;
        afterStar = p;
        takenUpTo = v;
      } else if (p < pattern.length() && same(pattern.charAt(p), value.charAt(v))) {
        p++;
        v++;
      } else if (afterStar >= 0) {
        p = afterStar;
        takenUpTo++;
        v = takenUpTo;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == ANY) {
      p++;
    }
    return p == pattern.length();
  }

  private static boolean same(char a, char b) {
    return a == b || Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}
