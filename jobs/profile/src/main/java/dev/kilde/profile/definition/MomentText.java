package dev.kilde.profile.definition;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Instants as definitions write them: ISO-8601 with zone, or a date, its first instant in UTC. */
final class MomentText {

  static final String EXAMPLES = "2026-03-01T10:00:00Z or 2026-03-01";

  private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  private static final String TIME = "[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,3})?)?";
  private static final String ZONE = "(Z|[+-][0-9]{2}:[0-9]{2})";

  /** Whether it is written right, as a schema can tell; there may still be no such day. */
  static final String PATTERN = "^" + DATE + "(T" + TIME + ZONE + ")?$";

  private static final Pattern WRITTEN = Pattern.compile(PATTERN);
  private static final Pattern MEANT =
      Pattern.compile("(" + DATE + ")[Tt\\s]+(" + TIME + ")\\s*" + ZONE + "?");

  private MomentText() {}

  /** The instant; null: not written as one, or no such day or time. */
  static @Nullable Instant parse(String text) {
    if (!WRITTEN.matcher(text).matches()) {
      return null;
    }
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /** How to write what was probably meant. */
  static String remedy(String text) {
    Matcher meant = MEANT.matcher(text.strip());
    if (meant.matches()) {
      String zone = meant.group(5) == null ? "Z" : meant.group(5);
      String written = meant.group(1) + "T" + meant.group(2) + zone;
      if (parse(written) != null && !written.equals(text)) {
        return "did you mean " + written + "?";
      }
    }
    return WRITTEN.matcher(text).matches()
        ? "there is no such day or time"
        : "write it as " + EXAMPLES;
  }
}
