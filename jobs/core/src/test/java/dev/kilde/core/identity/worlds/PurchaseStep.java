package dev.kilde.core.identity.worlds;

import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.event.Versions;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One purchase: every snapshot goes to the owner that the newest names, and the snapshots that name
 * one of its names link their weaker identifiers.
 *
 * <pre>
 *   order v1 (A, device) --> Put(v1) to A, Linked(v1: A) to the device
 *   order v2 (names B) ----> Drop(v1) from A, Retracted(v1: A) to the device, Put(v1), Put(v2) to B
 * </pre>
 */
final class PurchaseStep {

  private final PurchaseKey purchase;
  private final IdentityRules rules;
  private final Map<EventId, Event> inForce =
      new TreeMap<>(Comparator.comparing(id -> id.stream().topic() + "/" + id.id()));
  private final List<Event> waiting = new ArrayList<>();

  PurchaseStep(PurchaseKey purchase, IdentityRules rules) {
    this.purchase = purchase;
    this.rules = rules;
  }

  void receive(Event event, Instant watermark, Consumer<Letter> to) {
    if (!event.occurredAt().isAfter(watermark)) {
      take(List.of(event), watermark, to);
    } else if (!waiting.contains(event)) {
      waiting.add(event);
    }
  }

  void advance(Instant watermark, Consumer<Letter> to) {
    waiting.sort(CanonicalOrder.OF_EVENTS);
    while (!waiting.isEmpty() && !waiting.get(0).occurredAt().isAfter(watermark)) {
      Instant now = waiting.get(0).occurredAt();
      List<Event> due = waiting.stream().filter(e -> e.occurredAt().equals(now)).toList();
      waiting.removeAll(due);
      take(due, now, to);
    }
  }

  private void take(List<Event> events, Instant now, Consumer<Letter> to) {
    PurchaseOwners was = PurchaseOwners.of(purchase, inForce.values(), rules);
    for (Event event : events) {
      inForce.merge(
          event.id(),
          event,
          (known, next) -> Versions.UNDER_ONE_ID.compare(known, next) < 0 ? next : known);
    }
    PurchaseOwners is = PurchaseOwners.of(purchase, inForce.values(), rules);
    EventId because = events.get(events.size() - 1).id();
    was.owned()
        .forEach(
            (id, owned) -> {
              PurchaseOwners.Owned next = is.owned().get(id);
              if (next == null
                  || !next.owner().equals(owned.owner())
                  || next.foreign() != owned.foreign()) {
                to.accept(moved(owned, new Change.Drop(null, id, now)));
              }
            });
    is.owned()
        .forEach(
            (id, owned) -> {
              if (!owned.equals(was.owned().get(id))) {
                Claim claim = new Claim(null, owned.event(), owned.foreign());
                to.accept(moved(owned, new Change.Put(claim, now)));
              }
            });
    was.ties().stream()
        .filter(tie -> !is.ties().contains(tie))
        .map(tie -> tie.says(new Message.Retracted(tie.link(), because, now)))
        .forEach(to);
    is.ties().stream()
        .filter(tie -> !was.ties().contains(tie))
        .map(tie -> tie.says(new Message.Linked(tie.link(), tie.believed(), now)))
        .forEach(to);
  }

  private static Letter moved(PurchaseOwners.Owned owned, Change change) {
    return Letter.Addressed.to(owned.owner(), new Message.Moved(change));
  }
}
