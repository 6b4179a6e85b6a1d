package dev.kilde.core.identity;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.event.ReceiptSnapshot;
import dev.kilde.core.event.Versions;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who owns the snapshots of one purchase, and the returns of it.
 *
 * <p>All snapshots belong to whom the newest one names. A return belongs to its original's owner;
 * where the original is not known, or names nobody, to whom the newest snapshot of the return
 * itself names.
 *
 * <pre>
 *   order v1 names A, v2 names B          ->  v1: B, v2: B
 *   receipt names A, its return nobody    ->  receipt: A, return: A
 *   return names A, receipt never seen    ->  return: A
 *   receipt names nobody                  ->  nobody: counted as anonymous, in no profile
 * </pre>
 */
public final class PurchaseOwnership {

  private PurchaseOwnership() {}

  /**
   * The owner of each event; events of nobody are missing.
   *
   * @param original the purchase the events are grouped by
   * @param events its snapshots and the receipts that return goods of it; one content per event id
   */
  public static Map<EventId, Identifier> of(PurchaseKey original, Collection<Event> events) {
    Optional<Identifier> owner = newestOwner(original, events);
    Map<PurchaseKey, Optional<Identifier>> own = new HashMap<>();
    Map<EventId, Identifier> owners = new HashMap<>();
    for (Event event : events) {
      PurchaseKey key = keyOf(event);
      Optional<Identifier> of =
          owner.isPresent() ? owner : own.computeIfAbsent(key, k -> newestOwner(k, events));
      of.ifPresent(identifier -> owners.put(event.id(), identifier));
    }
    return owners;
  }

  private static Optional<Identifier> newestOwner(PurchaseKey key, Collection<Event> events) {
    List<Event> snapshots = events.stream().filter(event -> keyOf(event).equals(key)).toList();
    Optional<? extends Event> newest =
        snapshots.stream().allMatch(OrderSnapshot.class::isInstance)
            ? newest(snapshots, OrderSnapshot.class, Versions.OF_ORDERS)
            : newest(snapshots, ReceiptSnapshot.class, Versions.OF_RECEIPTS);
    return newest.flatMap(event -> event.envelope().identifiers().strongest());
  }

  private static <E extends Event> Optional<E> newest(
      List<Event> snapshots, Class<E> type, Comparator<E> versions) {
    return snapshots.stream().filter(type::isInstance).map(type::cast).max(versions);
  }

  private static PurchaseKey keyOf(Event event) {
    if (event instanceof OrderSnapshot order) {
      return PurchaseKey.of(order);
    }
    if (event instanceof ReceiptSnapshot receipt) {
      return PurchaseKey.of(receipt);
    }
    throw new IllegalArgumentException("not a purchase: " + event.id());
  }
}
