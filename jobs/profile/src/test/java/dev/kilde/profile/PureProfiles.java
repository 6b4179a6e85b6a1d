package dev.kilde.profile;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.ReceiptSnapshot;
import dev.kilde.core.event.Versions;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.identity.Sightings;
import dev.kilde.core.person.Claim;
import dev.kilde.core.person.Head;
import dev.kilde.core.person.Held;
import dev.kilde.core.person.Person;
import dev.kilde.core.segment.Rulebook;
import dev.kilde.core.segment.Ruleset;
import dev.kilde.profile.output.ProfileDocuments;
import dev.kilde.profile.purchase.PurchaseInput;
import dev.kilde.schemas.record.ProfileDocument;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The profiles of a set of events as people alone make them: in memory, without Flink, everything
 * known at once, whose it is read from the rules.
 */
public final class PureProfiles {

  private PureProfiles() {}

  /**
   * The last document of everybody, by profile id; who has none is missing.
   *
   * @param events of one tenant
   */
  static Map<String, ProfileDocument> of(
      String tenant, Collection<Event> events, ProfileSettings settings, Instant until) {
    Map<String, ProfileDocument> documents = new TreeMap<>();
    people(events, settings.identity())
        .forEach(
            (identifier, own) -> {
              ProfileId id = ProfileId.of(tenant, identifier);
              Person.Rules rules = rules(settings, identifier.kind());
              Person person = new Person(tenant, id, Head.NONE, new MemoryStore(), rules);
              own.forEach(claim -> person.put(Held.of(claim)));
              person.settle(until, outcome -> {});
              if (person.logged() > 0) {
                documents.put(
                    id.hex(), ProfileDocuments.of(person.profile(until), settings.rates()));
              }
            });
    return documents;
  }

  private static Person.Rules rules(ProfileSettings settings, IdentifierKind kind) {
    Rulebook rulebook = Rulebook.always(Ruleset.DEFAULT);
    return settings.rules(kind, tenant -> rulebook).person();
  }

  /** What everybody has who has anything, in the end. */
  public static Map<Identifier, Collection<Claim>> people(
      Collection<Event> events, IdentityRules rules) {
    NaiveIdentity identity = new NaiveIdentity(rules);
    Map<String, Map<EventId, Event>> purchases = new HashMap<>();
    for (Event event : events) {
      if (event instanceof OrderSnapshot || event instanceof ReceiptSnapshot) {
        purchases
            .computeIfAbsent(new PurchaseInput.Snapshot(event).key(), key -> new HashMap<>())
            .merge(event.id(), event, (a, b) -> Versions.UNDER_ONE_ID.compare(a, b) >= 0 ? a : b);
      } else {
        identity.named(
            rules.strongest(event.envelope().identifiers()).orElseThrow(), Claim.of(event));
        if (Sightings.links(event)) {
          identity.seen(event);
        }
      }
    }
    purchases.values().forEach(group -> purchase(group, identity, rules));
    return identity.people();
  }

  private static void purchase(
      Map<EventId, Event> group, NaiveIdentity identity, IdentityRules rules) {
    for (Event event : group.values()) {
      Event decides = NaivePurchases.deciding(event, group.values());
      if (decides == null) {
        continue;
      }
      List<Identifier> names = decides.envelope().identifiers().all();
      Optional<Identifier> named = rules.strongest(event.envelope().identifiers());
      boolean foreign = named.isPresent() && !names.contains(named.get());
      identity.named(
          rules.strongest(decides.envelope().identifiers()).orElseThrow(),
          new Claim(null, event, foreign));
      if (!foreign) {
        identity.seen(event);
      }
    }
  }
}
