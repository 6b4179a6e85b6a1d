package dev.kilde.profile.definition;

import java.util.Comparator;

/**
 * One mistake in a definition: where, what, and what would be right. Ordered by file and position.
 *
 * @param file relative to the folder, with {@code /}; for the folder as a whole, its path
 * @param line from 1; 0: the file or folder as a whole
 * @param column from 1, in code points; 0 with line 0
 * @param what what is wrong, one line
 * @param remedy what to do about it, one line
 */
public record Problem(String file, int line, int column, String what, String remedy)
    implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparingInt(Problem::column)
          .thenComparing(Problem::what)
          .thenComparing(Problem::remedy);

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line:column: what; remedy}, as editors can follow it. */
  @Override
  public String toString() {
    String place = line == 0 ? file : file + ":" + line + ":" + column;
    return place + ": " + what + "; " + remedy;
  }
}
