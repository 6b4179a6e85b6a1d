package dev.kilde.core.definition;

import dev.kilde.core.event.ContactChanged;
import dev.kilde.core.event.Engaged;
import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.PermissionChanged;
import dev.kilde.core.event.ReceiptSnapshot;
import dev.kilde.core.event.Tracked;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long events are kept, counted from when they occurred, in event time.
 *
 * <p>An event expires at the first midnight (UTC) at or after its last day, so that a person with
 * many events a day is refolded once a day. Contact and permission values are kept until erasure,
 * and with them the engagement that decides permission or reachability.
 *
 * @param behaviour of tracking and engagement; null: for ever
 * @param purchases of orders and receipts; null: for ever
 */
public record Retention(@Nullable Duration behaviour, @Nullable Duration purchases)
    implements Serializable {

  public static final Retention FOREVER = new Retention(null, null);

  /** Behaviour 400 days, purchases 5 years of 365 days. */
  public static final Retention DEFAULT =
      new Retention(Duration.ofDays(400), Duration.ofDays(5 * 365));

  /** The first instant at which the event is no longer kept; null: kept for ever. */
  public @Nullable Instant expiryOf(Event event) {
    Duration kept = keptFor(event);
    if (kept == null) {
      return null;
    }
    return midnightAfter(event.occurredAt().plus(kept));
  }

  /**
   * The first instant at which a link that began at {@code since} can no longer be corrected: when
   * no event is kept that long; null: never.
   */
  public @Nullable Instant expiryOfLink(Instant since) {
    Duration kept = linksKeptFor();
    return kept == null ? null : midnightAfter(since.plus(kept));
  }

  /** How long links are kept: as long as any event; null: for ever. */
  public @Nullable Duration linksKeptFor() {
    if (behaviour == null || purchases == null) {
      return null;
    }
    return behaviour.compareTo(purchases) > 0 ? behaviour : purchases;
  }

  private static Instant midnightAfter(Instant end) {
    Instant midnight = end.truncatedTo(ChronoUnit.DAYS);
    return midnight.equals(end) ? end : midnight.plus(1, ChronoUnit.DAYS);
  }

  private @Nullable Duration keptFor(Event event) {
    if (event instanceof OrderSnapshot || event instanceof ReceiptSnapshot) {
      return purchases;
    }
    if (event instanceof Engaged engaged) {
      return engaged.kind().revokes() || engaged.kind() == EngagementKind.HARD_BOUNCED
          ? null
          : behaviour;
    }
    if (event instanceof Tracked) {
      return behaviour;
    }
    if (event instanceof ContactChanged || event instanceof PermissionChanged) {
      return null;
    }
    throw new IllegalArgumentException("no retention is defined for " + event.getClass());
  }
}
