package dev.kilde.profile.definition;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as definitions write them: minutes, hours, days of 24 hours. */
final class DurationText {

  static final String EXAMPLES = "30m, 24h or 7d";

  /** Whether it is written right, as a schema can tell. */
  static final String PATTERN = "^([0-9]{1,7})([mhd])$";

  private static final Pattern WRITTEN = Pattern.compile(PATTERN);
  private static final Pattern MEANT =
      Pattern.compile("([0-9]{1,5})\\s*(m|h|d|w|y)[a-z]*", Pattern.CASE_INSENSITIVE);

  private DurationText() {}

  /** The duration; null: not written as one. */
  static @Nullable Duration parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return null;
    }
    long number = Long.parseLong(written.group(1));
    return switch (written.group(2)) {
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number); // the pattern leaves only d
    };
  }

  /** The shortest writing of a duration, rounded up to whole minutes. */
  static String of(Duration duration) {
    long minutes = duration.plusMinutes(1).minusNanos(1).toMinutes();
    if (minutes % (24 * 60) == 0) {
      return minutes / (24 * 60) + "d";
    }
    return minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m";
  }

  /** How to write what was probably meant. */
  static String remedy(String text) {
    Matcher meant = MEANT.matcher(text.strip());
    if (!meant.matches()) {
      return "write it as " + EXAMPLES;
    }
    int number = Integer.parseInt(meant.group(1));
    String word = text.strip().toLowerCase(Locale.ROOT);
    return switch (meant.group(2).toLowerCase(Locale.ROOT)) {
      case "w" -> "did you mean " + 7 * number + "d?";
      case "y" -> "did you mean " + 365 * number + "d?";
      case "h" -> "did you mean " + number + "h?";
      case "m" ->
          word.contains("mo")
              ? "months differ in length: write days, such as " + 30 * number + "d"
              : "did you mean " + number + "m?";
      default -> "did you mean " + number + "d?"; // the pattern leaves only d
    };
  }
}
