package dev.kilde.core.identity.worlds;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.event.ReceiptSnapshot;
import dev.kilde.core.event.Trust;
import dev.kilde.core.event.Versions;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose each event is, as the design says it, of everything at once: start at the strongest
 * identifier; while it points to another at the instant of the event, go there.
 */
final class NaiveResolver {

  /** An identifier at an instant at which it led to somebody who was erased. */
  private record Gone(Identifier identifier, Instant at) {}

  private final IdentityRules rules;
  private final List<Event> events;
  private final Map<EventId, Identifier> owners = new HashMap<>();
  private final NaivePointers pointers;
  private final Set<Gone> gone = new HashSet<>();
  private final Map<Identifier, String> reborn = new HashMap<>();

  /** All that happened, in any order, duplicates and superseded contents too. */
  NaiveResolver(Collection<Event> all, IdentityRules rules) {
    this.rules = rules;
    this.events = counting(all);
    List<NaiveLink> links = new ArrayList<>();
    for (Event event : events) {
      Identifier named = strongest(event);
      Identifier owner = isPurchase(event) ? owner(event) : named;
      if (owner == null) {
        continue;
      }
      owners.put(event.id(), owner);
      if (named != null && !isForeign(event)) {
        addLinks(event, named, links);
      }
    }
    pointers = new NaivePointers(rules, links);
  }

  /** Requests in the order of their instants. */
  NaiveResolver after(List<Request> requests) {
    for (Request request : requests) {
      switch (request.kind()) {
        case UNLINK ->
            pointers.forget(
                link ->
                    link.from().equals(request.to())
                        && link.to().equals(request.target())
                        && !link.since().isAfter(request.at()));
        case ERASE -> erase(request);
        case EXPORT -> {} // changes nothing
      }
    }
    return this;
  }

  /**
   * Every place that led to the person when the request was made is no place any more; links that
   * led there lead nowhere.
   */
  private void erase(Request request) {
    NaivePointers then = pointers.upTo(request.at());
    Identifier who = then.resolve(request.to(), request.at());
    for (Event event : events) {
      for (Identifier each : event.envelope().identifiers().all()) {
        events.stream()
            .map(Event::occurredAt)
            .filter(at -> !at.isAfter(request.at()) && then.resolve(each, at).equals(who))
            .forEach(at -> gone.add(new Gone(each, at)));
      }
    }
    pointers.forget(
        link ->
            !link.since().isAfter(request.at())
                && then.resolve(link.to(), request.at()).equals(who));
    reborn.put(who, request.id());
  }

  /** Who is somebody new, by the request that erased who was there before. */
  Map<Identifier, String> reborn() {
    return reborn;
  }

  /** Whose each event is, unless it was erased. */
  Map<EventId, IdentifierKey> ownersById() {
    Map<EventId, IdentifierKey> byId = new HashMap<>();
    for (Event event : events) {
      Identifier owner = owners.get(event.id());
      if (owner != null) {
        Identifier who = pointers.resolve(owner, event.occurredAt());
        byId.put(event.id(), IdentifierKey.of(Chain.TENANT, who));
      }
    }
    return byId;
  }

  /** Everybody there is. */
  Map<Identifier, Facts> everybody() {
    Map<Identifier, List<Event>> people = new HashMap<>();
    for (Event event : events) {
      Identifier owner = owners.get(event.id());
      if (owner == null) {
        continue;
      }
      List<Identifier> way = pointers.way(owner, event.occurredAt());
      if (way.stream().noneMatch(at -> gone.contains(new Gone(at, event.occurredAt())))) {
        people
            .computeIfAbsent(way.get(way.size() - 1), who -> new ArrayList<>())
            .add(asFolded(event));
      }
    }
    Map<Identifier, Facts> everybody = new HashMap<>();
    people.forEach((who, of) -> everybody.put(who, Facts.of(of)));
    return everybody;
  }

  /** The same, by the keys of identifiers. */
  Map<IdentifierKey, Facts> everybodyByKey() {
    Map<IdentifierKey, Facts> byKey = new HashMap<>();
    everybody().forEach((who, of) -> byKey.put(IdentifierKey.of(Chain.TENANT, who), of));
    return byKey;
  }

  private void addLinks(Event event, Identifier to, List<NaiveLink> links) {
    Trust trust = event.envelope().trust();
    for (Identifier weaker : event.envelope().identifiers().all()) {
      if (!weaker.equals(to) && rules.isTrusted(weaker.kind(), trust)) {
        links.add(
            new NaiveLink(weaker, to, event.occurredAt(), event.id(), trust == Trust.INFERRED));
      }
    }
  }

  /** A snapshot's owner is whom the newest names; a return's is its original's. */
  private @Nullable Identifier owner(Event event) {
    return deciding(event).map(this::strongest).orElse(null);
  }

  /** Whether a purchase's strongest name is none of those on the snapshot that decides. */
  private boolean isForeign(Event event) {
    Identifier named = strongest(event);
    return isPurchase(event)
        && named != null
        && deciding(event).stream()
            .noneMatch(newest -> newest.envelope().identifiers().all().contains(named));
  }

  private Optional<Event> deciding(Event event) {
    PurchaseKey own = keyOf(event);
    PurchaseKey original =
        event instanceof ReceiptSnapshot receipt ? PurchaseKey.originalOf(receipt) : own;
    return newestOf(original).filter(newest -> strongest(newest) != null).or(() -> newestOf(own));
  }

  private Optional<Event> newestOf(PurchaseKey key) {
    return events.stream()
        .filter(event -> isPurchase(event) && keyOf(event).equals(key))
        .max(NaiveResolver::compareVersions);
  }

  private static int compareVersions(Event a, Event b) {
    return a instanceof OrderSnapshot x && b instanceof OrderSnapshot y
        ? Versions.OF_ORDERS.compare(x, y)
        : Versions.UNDER_ONE_ID.compare(a, b);
  }

  /** A purchase that names another tells its owner of goods, and nothing of names. */
  private Event asFolded(Event event) {
    boolean foreign = isForeign(event);
    if (foreign && event instanceof OrderSnapshot order) {
      return order.anonymous();
    }
    return foreign && event instanceof ReceiptSnapshot receipt ? receipt.anonymous() : event;
  }

  private @Nullable Identifier strongest(Event event) {
    return rules.strongest(event.envelope().identifiers()).orElse(null);
  }

  private static List<Event> counting(Collection<Event> all) {
    Map<EventId, Event> counting = new HashMap<>();
    for (Event event : all) {
      counting.merge(event.id(), event, (a, b) -> Versions.UNDER_ONE_ID.compare(a, b) < 0 ? b : a);
    }
    return List.copyOf(counting.values());
  }

  private static boolean isPurchase(Event event) {
    return event instanceof OrderSnapshot || event instanceof ReceiptSnapshot;
  }

  private static PurchaseKey keyOf(Event event) {
    return event instanceof OrderSnapshot order
        ? PurchaseKey.of(order)
        : PurchaseKey.of((ReceiptSnapshot) event);
  }
}
