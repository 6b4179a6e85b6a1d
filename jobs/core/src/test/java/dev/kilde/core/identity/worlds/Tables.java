package dev.kilde.core.identity.worlds;

import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.Trust;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Events as lines of a table. */
public final class Tables {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Tables() {}

  /** In the order of time. */
  public static String of(Collection<Event> events) {
    return events.stream()
        .sorted(CanonicalOrder.OF_EVENTS)
        .map(Tables::line)
        .collect(Collectors.joining("\n", "\n", "\n"));
  }

  /** Day and time, what, under which identifiers. */
  public static String line(Event event) {
    String names =
        event.envelope().identifiers().all().stream()
            .map(Identifier::value)
            .collect(Collectors.joining(" "));
    String doubt = event.envelope().trust() == Trust.INFERRED ? " ?" : "";
    return TIME.format(event.occurredAt())
        + " | "
        + event.id().stream().topic()
        + " "
        + event.id().id()
        + ": "
        + names
        + doubt;
  }
}
