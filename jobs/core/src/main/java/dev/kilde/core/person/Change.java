package dev.kilde.core.person;

import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import java.time.Instant;
import java.util.Comparator;

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
          .thenComparing(Change::compareContent);

  /** When it takes effect: never before its cause occurred. */
  Instant effectiveAt();

  /** The event's id. */
  EventId id();

  /**
   * The event belongs to this person.
   *
   * @param effectiveAt the latest of the event's {@code occurredAt} and whatever made it this
   *     person's
   */
  record Put(Event event, Instant effectiveAt) implements Change {
    @Override
    public EventId id() {
      return event.id();
    }
  }

  /** The event no longer belongs to this person; nothing happens where it never did. */
  record Drop(EventId id, Instant effectiveAt) implements Change {}

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
