package dev.kilde.core.identity;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Values that name nobody; letter case and white space around them do not count.
 *
 * @param exact values as they are
 * @param patterns with {@code *} for any characters, such as {@code *@shop.example}
 */
public record BlockedValues(SortedSet<String> exact, SortedSet<String> patterns)
    implements Serializable {

  /** No value. */
  public static final BlockedValues NONE = of();

  /** Sorted, trimmed and lower-case. */
  public BlockedValues {
    exact = lowerCase(exact);
    patterns = lowerCase(patterns);
  }

  /** Values, and patterns where there is a {@code *}. */
  public static BlockedValues of(Collection<String> valuesAndPatterns) {
    SortedSet<String> exact = new TreeSet<>();
    SortedSet<String> patterns = new TreeSet<>();
    for (String each : valuesAndPatterns) {
      (each.indexOf(Wildcard.ANY) < 0 ? exact : patterns).add(each);
    }
    return new BlockedValues(exact, patterns);
  }

  /** Values, and patterns where there is a {@code *}. */
  public static BlockedValues of(String... valuesAndPatterns) {
    return of(List.of(valuesAndPatterns));
  }

  /** These and those. */
  public BlockedValues and(BlockedValues others) {
    SortedSet<String> allExact = new TreeSet<>(exact);
    allExact.addAll(others.exact);
    SortedSet<String> allPatterns = new TreeSet<>(patterns);
    allPatterns.addAll(others.patterns);
    return new BlockedValues(allExact, allPatterns);
  }

  /** Whether the value is one of these. */
  boolean contains(String value) {
    if (exact.contains(value)) {
      return true;
    }
    for (String pattern : patterns) {
      if (Wildcard.matches(pattern, value)) {
        return true;
      }
    }
    return false;
  }

  /** Finds a value without making a lower-case copy of it first: it is asked for every event. */
  private static SortedSet<String> lowerCase(Collection<String> values) {
    SortedSet<String> lowerCase = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    values.forEach(value -> lowerCase.add(value.strip().toLowerCase(Locale.ROOT)));
    return Collections.unmodifiableSortedSet(lowerCase);
  }
}
