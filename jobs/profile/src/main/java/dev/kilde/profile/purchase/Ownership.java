package dev.kilde.profile.purchase;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.event.Trust;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.Link;
import dev.kilde.core.identity.PurchaseOwnership;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who owns the events of one purchase, and which weaker identifiers are linked by it.
 *
 * <p>An event that names somebody else than its owner tells of goods only: it links nobody. One
 * that names its owner by a weaker identifier links what it names to that one.
 *
 * <pre>
 *   order v1 (e-mail a, device d), v2 (contact c)            ->  v1 foreign, links nobody
 *   order v1 (e-mail a, device d), v2 (contact c, e-mail a)  ->  d to a by v1, a to c by v2
 * </pre>
 *
 * @param owned events in force that have an owner, by id
 * @param ties their links
 */
record Ownership(Map<EventId, Owned> owned, List<Tie> ties) {

  static final Ownership NONE = new Ownership(Map.of(), List.of());

  /**
   * An event and whose it is.
   *
   * @param foreign whether it names somebody else
   */
  record Owned(Event event, Identifier owner, boolean foreign) {}

  /**
   * A link of a weaker identifier.
   *
   * @param stronger whom it leads to: the strongest identifier of its event
   * @param believed whether the event is trusted enough for it
   */
  record Tie(Identifier weaker, Identifier stronger, Link link, boolean believed) {}

  /** Of the events of a purchase; one content an id. */
  static Ownership of(
      String tenant, PurchaseKey purchase, Collection<Event> events, IdentityRules rules) {
    Map<EventId, PurchaseOwnership.Owner> owners = PurchaseOwnership.of(purchase, events, rules);
    Map<EventId, Owned> owned = new LinkedHashMap<>();
    List<Tie> ties = new ArrayList<>();
    for (Event event : events) {
      PurchaseOwnership.Owner owner = owners.get(event.id());
      if (owner == null) {
        continue;
      }
      boolean foreign = owner.isForeign(event, rules);
      owned.put(event.id(), new Owned(event, owner.identifier(), foreign));
      if (!foreign) {
        tie(tenant, event, rules, ties);
      }
    }
    return new Ownership(owned, ties);
  }

  /** The same, of some of its events only. */
  Ownership only(Collection<Event> events) {
    Map<EventId, Owned> some = new LinkedHashMap<>(owned);
    some.keySet().retainAll(events.stream().map(Event::id).toList());
    return new Ownership(
        some, ties.stream().filter(tie -> some.containsKey(tie.link().cause())).toList());
  }

  private static void tie(String tenant, Event event, IdentityRules rules, List<Tie> to) {
    Trust trust = event.envelope().trust();
    Identifier stronger = rules.strongest(event.envelope().identifiers()).orElse(null);
    if (stronger == null) {
      return;
    }
    for (Identifier weaker : rules.weaker(event.envelope().identifiers())) {
      to.add(
          new Tie(
              weaker,
              stronger,
              new Link(IdentifierKey.of(tenant, stronger), event.occurredAt(), event.id(), trust),
              rules.isTrusted(weaker.kind(), trust)));
    }
  }
}
