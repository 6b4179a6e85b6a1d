package dev.kilde.core.keeper;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.flow.Ledger;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.person.Outcome;
import dev.kilde.core.person.Profile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a keeper does to the world; performed by whoever holds it. */
public sealed interface Effect {

  /** Its person tells something, or an input ended. */
  record Told(Outcome outcome) implements Effect {}

  /** A message to a stronger identifier. */
  record Sent(IdentifierKey to, Message message) implements Effect {}

  /** An identity changed, or did not. */
  record Reported(IdentityChange change) implements Effect {}

  /** A link to a shared identifier, one more than was told of. */
  record Uncounted() implements Effect {}

  /**
   * Everything held on a person.
   *
   * @param profile null: nothing is held
   * @param events in canonical order; those that name somebody else name nobody here
   * @param ledger what the person is in the middle of, and was sent
   */
  record Exported(
      String tenant,
      ProfileId profileId,
      String request,
      Instant at,
      @Nullable Profile profile,
      List<Event> events,
      Ledger ledger)
      implements Effect {
    public Exported {
      events = List.copyOf(events);
    }
  }

  /**
   * An erasure has to reach a weaker identifier, whose stage lies before this one.
   *
   * @param request event id of the new request, a function of the first one and the two identifiers
   * @param weaker to whom
   * @param target through whom the erased person was reached
   * @param spans within which; empty: at any time
   * @param at the instant of the first request
   */
  record Spread(
      String tenant,
      String request,
      Identifier weaker,
      Identifier target,
      List<Span> spans,
      Instant at)
      implements Effect {
    public Spread {
      spans = List.copyOf(spans);
    }
  }

  /**
   * An erasure has to reach purchases, whose stage lies before this one: what it keeps of them is
   * to be forgotten there, too.
   *
   * @param request event id of the new request, a function of the first one and what it asks
   * @param owner the identifier the purchases came to
   * @param purchases by their groups: a return's is its original; at least one, at most {@value
   *     ErasedPurchases#MOST}
   * @param spans in which what occurred was the erased person's; empty: at any time
   * @param at the instant of the first request; what occurred later stays
   */
  record PurchasesErased(
      String tenant,
      String request,
      Identifier owner,
      List<PurchaseKey> purchases,
      List<Span> spans,
      Instant at)
      implements Effect {
    public PurchasesErased {
      purchases = List.copyOf(purchases);
      spans = List.copyOf(spans);
    }
  }
}
