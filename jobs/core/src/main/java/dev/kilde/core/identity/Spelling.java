package dev.kilde.core.identity;

import dev.kilde.core.event.Identifier;
import java.io.Serializable;
import java.util.stream.Collectors;

/**
 * How values that are written in several ways are brought into one: letter case, then characters
 * taken out, then zeros put before.
 *
 * <pre>
 *   remove " -", upper case            ab 12-34  ->  AB1234
 *   remove " -", padded to 8 digits    12-34     ->  00001234
 *   as given                           ab 12-34  ->  ab 12-34
 * </pre>
 *
 * What is spelled so stays as it is when it is spelled again.
 *
 * @param remove each character of it is taken out, wherever it stands; sorted, each once
 * @param padTo digits; a value of fewer digits and nothing else gets zeros before it; 0: none does
 */
public record Spelling(String remove, LetterCase letterCase, int padTo) implements Serializable {

  public static final Spelling AS_GIVEN = new Spelling("", LetterCase.AS_GIVEN, 0);

  /**
   * @throws IllegalArgumentException if {@code padTo} is negative, or {@code remove} holds a
   *     character outside Unicode's basic plane, which is no single {@code char}
   */
  public Spelling {
    if (padTo < 0) {
      throw new IllegalArgumentException("padTo is negative: " + padTo);
    }
    if (remove.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
      throw new IllegalArgumentException("remove holds a character outside the basic plane");
    }
    remove =
        remove
            .chars()
            .sorted()
            .distinct()
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
  }

  /** The identifier as it is spelled here; the same object where nothing changes. */
  Identifier of(Identifier given) {
    String kept = withoutRemoved(letterCase.of(given.value()));
    String value = padded(Identifier.of(given.kind(), kept).value());
    return value.equals(given.value()) ? given : new Identifier(given.kind(), value);
  }

  private String withoutRemoved(String value) {
    int first = firstRemoved(value);
    if (first == value.length()) {
      return value;
    }
    StringBuilder kept = new StringBuilder(value.length()).append(value, 0, first);
    for (int i = first + 1; i < value.length(); i++) {
      if (remove.indexOf(value.charAt(i)) < 0) {
        kept.append(value.charAt(i));
      }
    }
    return kept.toString();
  }

  private int firstRemoved(String value) {
    int i = 0;
    while (i < value.length() && remove.indexOf(value.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private String padded(String value) {
    return value.isEmpty() || value.length() >= padTo || !isDigits(value)
        ? value
        : "0".repeat(padTo - value.length()) + value;
  }

  private static boolean isDigits(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
