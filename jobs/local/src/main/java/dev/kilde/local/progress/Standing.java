package dev.kilde.local.progress;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where things stand.
 *
 * @param events how many events have gone in
 * @param expected how many will in all; 0 if that is not known
 * @param profiles how many profiles have arrived
 * @param deadLetters how many inputs have been refused
 * @param lag how many records wait to be read
 * @param playedUntil event time of the last event in; null before the first
 */
public record Standing(
    long events,
    long expected,
    long profiles,
    long deadLetters,
    long lag,
    @Nullable Instant playedUntil) {

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** On one line, the important first. */
  String inWords() {
    String of = expected > 0 ? String.format(Locale.ROOT, " of %,d", expected) : "";
    String until =
        playedUntil == null ? "" : " · played up to " + MINUTES.format(playedUntil) + " UTC";
    return String.format(
        Locale.ROOT,
        "%,d%s events · %,d profiles · %,d dead letters · lag %,d%s",
        events,
        of,
        profiles,
        deadLetters,
        lag,
        until);
  }
}
