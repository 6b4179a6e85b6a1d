package dev.kilde.core.identity.worlds;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.keeper.Message;
import java.time.Instant;

/** What travels on a {@link Channel}. */
sealed interface Letter {

  /** To the keeper of an identifier. */
  record Addressed(IdentifierKey to, Message message) implements Letter {
    static Addressed to(Identifier identifier, Message message) {
      return new Addressed(IdentifierKey.of(Chain.TENANT, identifier), message);
    }
  }

  /** A snapshot or a return, to its purchase. */
  record Purchased(Event event) implements Letter {}

  /** Nothing on time follows on this channel that takes effect by then. */
  record Watermark(Instant at) implements Letter {}
}
