package dev.kilde.core.identity.worlds;

import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import java.time.Instant;
import java.util.Comparator;

/** A weaker identifier was seen with a stronger one. */
record NaiveLink(Identifier from, Identifier to, Instant since, EventId cause, boolean inferred) {

  static final Comparator<NaiveLink> BY_TIME =
      Comparator.comparing(NaiveLink::since)
          .thenComparing(link -> link.cause().stream().topic())
          .thenComparing(link -> link.cause().id());
}
