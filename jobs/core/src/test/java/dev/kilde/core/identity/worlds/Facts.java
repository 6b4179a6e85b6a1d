package dev.kilde.core.identity.worlds;

import dev.kilde.core.Catalogue;
import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.Event;
import dev.kilde.core.facts.Cart;
import dev.kilde.core.facts.Contact;
import dev.kilde.core.facts.Engagement;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.facts.KnownIdentifiers;
import dev.kilde.core.facts.Permissions;
import dev.kilde.core.facts.Purchases;
import dev.kilde.core.facts.Seen;
import dev.kilde.core.facts.Visits;
import dev.kilde.core.person.Profile;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a person, whenever it became known.
 *
 * @param byName each fact of the catalogue
 */
record Facts(Map<String, Object> byName) {

  /** Of somebody to whom these happened. */
  static Facts of(Collection<Event> events) {
    List<Event> inOrder = events.stream().sorted(CanonicalOrder.OF_EVENTS).toList();
    Map<String, Object> byName = new LinkedHashMap<>();
    for (Fact<?> fact : Catalogue.FACTS) {
      byName.put(fact.name(), folded(fact, inOrder));
    }
    return new Facts(byName);
  }

  static Facts of(Profile profile) {
    Map<String, Object> byName = new LinkedHashMap<>();
    byName.put(Seen.FACT.name(), profile.seen());
    byName.put(KnownIdentifiers.FACT.name(), profile.identifiers());
    byName.put(Contact.FACT.name(), profile.contact());
    byName.put(Permissions.FACT.name(), profile.permissions());
    byName.put(Engagement.FACT.name(), profile.engagement());
    byName.put(Visits.FACT.name(), profile.visits());
    byName.put(Cart.FACT.name(), profile.cart());
    byName.put(Purchases.FACT.name(), profile.purchases());
    return new Facts(byName);
  }

  private static <F> F folded(Fact<F> fact, List<Event> events) {
    F value = fact.empty();
    for (Event event : events) {
      value = fact.concerns(event) ? fact.fold(value, event) : value;
    }
    return value;
  }
}
