package dev.kilde.core.person;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.ReceiptSnapshot;
import dev.kilde.core.identity.IdentifierKey;
import org.jspecify.annotations.Nullable;

/**
 * An event that belongs here, and who says so.
 *
 * @param source the weaker identifier it came through; null: it names this one, or its purchase
 *     does
 * @param foreign whether it names somebody else: a purchase that came with its original or its
 *     newest snapshot tells of goods, and nothing of this person's names
 */
public record Claim(@Nullable IdentifierKey source, Event event, boolean foreign) {

  /** An event that names whom it is given to. */
  public static Claim of(Event event) {
    return new Claim(null, event, false);
  }

  public EventId id() {
    return event.id();
  }

  /** The same as passed on by {@code passer}. */
  public Claim through(IdentifierKey passer) {
    return new Claim(passer, event, foreign);
  }

  /** The event as it is folded here. */
  Event asMine() {
    if (foreign && event instanceof OrderSnapshot order) {
      return order.anonymous();
    }
    if (foreign && event instanceof ReceiptSnapshot receipt) {
      return receipt.anonymous();
    }
    return event;
  }
}
