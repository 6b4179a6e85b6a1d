package dev.kilde.core.segment.condition;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Small phrases of which conditions tell themselves. */
final class Wording {

  private Wording() {}

  /** As a definition would say it: {@code 7d}, {@code 36h}, {@code 30m}, {@code 10s}. */
  static String span(Duration span) {
    if (span.toMillis() % 1000 != 0) {
      return span.toMillis() + "ms";
    }
    long seconds = span.toSeconds();
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3_600 == 0) {
      return seconds / 3_600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  /** {@code product_viewed} as one would say it. */
  static String spoken(String word) {
    return word.replace('_', ' ');
  }

  /** The parts that say something, joined by spaces. */
  static String sentence(String... parts) {
    return Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }
}
