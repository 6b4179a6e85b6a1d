package dev.kilde.core.identity.worlds;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.event.Trust;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.Link;
import dev.kilde.core.identity.PurchaseOwnership;
import dev.kilde.core.keeper.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose the events of one purchase are, and whom they link.
 *
 * @param owned those that have an owner
 * @param ties links of weaker identifiers on events that are not foreign, each to the strongest on
 *     it
 */
record PurchaseOwners(Map<EventId, Owned> owned, List<Tie> ties) {

  /**
   * An event and its owner.
   *
   * @param foreign whether it names somebody else
   */
  record Owned(Event event, Identifier owner, boolean foreign) {}

  /** A link of a weaker identifier. */
  record Tie(Identifier weaker, Link link, boolean believed) {
    Letter says(Message message) {
      return Letter.Addressed.to(weaker, message);
    }
  }

  static PurchaseOwners of(PurchaseKey purchase, Collection<Event> events, IdentityRules rules) {
    Map<EventId, Owned> owned = new LinkedHashMap<>();
    List<Tie> ties = new ArrayList<>();
    if (!events.isEmpty()) {
      Map<EventId, PurchaseOwnership.Owner> owners = PurchaseOwnership.of(purchase, events, rules);
      for (Event event : events) {
        PurchaseOwnership.Owner owner = owners.get(event.id());
        if (owner != null) {
          boolean foreign = owner.isForeign(event, rules);
          owned.put(event.id(), new Owned(event, owner.identifier(), foreign));
          ties.addAll(foreign ? List.of() : ties(event, rules));
        }
      }
    }
    return new PurchaseOwners(owned, ties);
  }

  /** The links an event makes by itself. */
  static List<Tie> ties(Event event, IdentityRules rules) {
    List<Tie> ties = new ArrayList<>();
    Trust trust = event.envelope().trust();
    for (Identifier weaker : rules.weaker(event.envelope().identifiers())) {
      Identifier strongest = rules.strongest(event.envelope().identifiers()).orElseThrow();
      Link link =
          new Link(
              IdentifierKey.of(Chain.TENANT, strongest), event.occurredAt(), event.id(), trust);
      ties.add(new Tie(weaker, link, rules.isTrusted(weaker.kind(), trust)));
    }
    return ties;
  }
}
