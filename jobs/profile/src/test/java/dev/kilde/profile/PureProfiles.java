package dev.kilde.profile;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.ReceiptSnapshot;
import dev.kilde.core.event.Versions;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.identity.PurchaseOwnership;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.Outcome;
import dev.kilde.core.person.Person;
import dev.kilde.profile.output.ProfileDocuments;
import dev.kilde.profile.purchase.PurchaseInput;
import dev.kilde.schemas.record.ProfileDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The profiles of a set of events as people alone make them: in memory, without Flink. */
final class PureProfiles {

  private PureProfiles() {}

  /**
   * The last document of everybody, by profile id; who has none is missing.
   *
   * @param events of one tenant
   */
  static Map<String, ProfileDocument> of(
      Collection<Event> events, Person.Rules rules, Instant until) {
    Map<String, ProfileDocument> documents = new TreeMap<>();
    byPerson(events)
        .forEach(
            (id, own) -> {
              Person person = new Person(new ProfileId(id), new MemoryStore(), rules);
              for (Event event : own) {
                person.receive(
                    new Change.Put(event, event.occurredAt()), Instant.EPOCH, outcome -> {});
              }
              person.advance(
                  until,
                  outcome -> {
                    if (outcome instanceof Outcome.Published published) {
                      documents.put(id, ProfileDocuments.of(published.profile(), Map.of()));
                    } else if (outcome instanceof Outcome.Retired) {
                      documents.remove(id);
                    }
                  });
            });
    return documents;
  }

  private static Map<String, List<Event>> byPerson(Collection<Event> events) {
    Map<String, Map<EventId, Event>> purchases = new HashMap<>();
    Map<String, List<Event>> people = new HashMap<>();
    for (Event event : events) {
      if (event instanceof OrderSnapshot || event instanceof ReceiptSnapshot) {
        purchases
            .computeIfAbsent(new PurchaseInput(event).key(), key -> new HashMap<>())
            .merge(event.id(), event, (a, b) -> Versions.UNDER_ONE_ID.compare(a, b) >= 0 ? a : b);
      } else {
        add(people, event.envelope().identifiers().strongest().orElseThrow(), event);
      }
    }
    for (Map<EventId, Event> group : purchases.values()) {
      Event any = group.values().iterator().next();
      Map<EventId, Identifier> owners =
          PurchaseOwnership.of(new PurchaseInput(any).purchase(), group.values());
      owners.forEach((id, owner) -> add(people, owner, group.get(id)));
    }
    return people;
  }

  private static void add(Map<String, List<Event>> people, Identifier owner, Event event) {
    people
        .computeIfAbsent(
            ProfileId.of(event.envelope().tenant(), owner).hex(), id -> new ArrayList<>())
        .add(event);
  }
}
