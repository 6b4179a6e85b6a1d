package dev.kilde.profile.definition;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The known word somebody probably meant.
 *
 * <p>Letter case, {@code -}, {@code _} and blanks do not count; {@code Copenhagen} means {@code
 * Europe/Copenhagen}; else the word with the fewest letters added, left out, changed or swapped, if
 * those are at most a third of it.
 */
public final class Nearest {

  private static final int LONGEST = 64;

  private Nearest() {}

  /** The nearest of the known words, the first in the alphabet of several; null: none is near. */
  static @Nullable String to(String word, Collection<String> known) {
    if (word.isBlank() || word.length() > LONGEST) {
      return null;
    }
    String meant = bare(word);
    String nearest = null;
    int least = Math.max(1, meant.length() / 3) + 1;
    for (String candidate : new TreeSet<>(known)) {
      String bare = bare(candidate);
      int distance = bare.endsWith("/" + meant) ? 0 : distance(meant, bare);
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return nearest;
  }

  /** {@code did you mean ..?}, or all that is known. */
  public static String remedy(String word, Collection<String> known) {
    String nearest = to(word, known);
    return nearest == null
        ? "known here: " + String.join(", ", known)
        : "did you mean " + nearest + "?";
  }

  private static String bare(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[-_\\s]", "");
  }

  /** Optimal string alignment: Levenshtein and neighbours swapped. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least =
            Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + changed);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = least;
      }
    }
    return cost[a.length()][b.length()];
  }
}
