package dev.kilde.core.person;

import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.identity.IdentifierKey;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What reaches a person: an event to be part of the person from some instant on, or one to be taken
 * away.
 */
public sealed interface Change {

  /**
   * In order of effect; at one instant what is taken away first, then events in canonical order.
   */
  Comparator<Change> IN_ORDER_OF_EFFECT =
      Comparator.comparing(Change::effectiveAt)
          .thenComparing(change -> change instanceof Put ? 1 : 0)
          .thenComparing(Change::place)
          .thenComparing(Change::compareContent)
          .thenComparing(change -> change.source() == null ? "" : change.source().hash());

  /** When it takes effect: never before its cause occurred. */
  Instant effectiveAt();

  /** The event's id. */
  EventId id();

  /** The weaker identifier that says so; null: the event names this one, or its purchase does. */
  @Nullable IdentifierKey source();

  /**
   * The event belongs to this person.
   *
   * @param claim the event, and who says so
   * @param effectiveAt the latest of the event's {@code occurredAt} and whatever made it this
   *     person's
   */
  record Put(Claim claim, Instant effectiveAt) implements Change {

    /** An event that names whom it is given to. */
    public static Put of(Event event, Instant effectiveAt) {
      return new Put(Claim.of(event), effectiveAt);
    }

    public Event event() {
      return claim.event();
    }

    @Override
    public EventId id() {
      return claim.id();
    }

    @Override
    public @Nullable IdentifierKey source() {
      return claim.source();
    }
  }

  /** The source no longer claims the event; nothing happens where it never did. */
  record Drop(@Nullable IdentifierKey source, EventId id, Instant effectiveAt) implements Change {}

  private CanonicalOrder place() {
    return new CanonicalOrder(
        this instanceof Put put ? put.event().occurredAt() : effectiveAt(), id());
  }

  private static int compareContent(Change left, Change right) {
    return left instanceof Put a && right instanceof Put b
        ? a.event().envelope().content().compareTo(b.event().envelope().content())
        : 0;
  }
}
