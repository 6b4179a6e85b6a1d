package dev.kilde.core.identity;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.Identifiers;
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
 *   order v1 names A, v2 names B          ->  v1: B, v2: B; v1 is foreign
 *   order v1 names A, v2 names B and A    ->  v1: B, v2: B; v1 is B's by the name A
 *   receipt names A, its return nobody    ->  receipt: A, return: A
 *   return names A, receipt never seen    ->  return: A
 *   receipt names nobody                  ->  nobody: counted as anonymous, in no profile
 * </pre>
 */
public final class PurchaseOwnership {

  private PurchaseOwnership() {}

  /**
   * Whose an event is, and what the snapshot that decides it says.
   *
   * @param identifier the strongest of the names
   * @param names all that the deciding snapshot names; at least one
   */
  public record Owner(Identifier identifier, Identifiers names) {

    /**
     * Whether an event names somebody else: its strongest identifier is none of the owner's names.
     * Nothing says then that the two are one person; the event tells of goods only.
     */
    public boolean isForeign(Event event, IdentityRules rules) {
      return rules
          .strongest(event.envelope().identifiers())
          .filter(strongest -> !names.all().contains(strongest))
          .isPresent();
    }
  }

  /**
   * The owner of each event; events of nobody are missing.
   *
   * @param original the purchase the events are grouped by
   * @param events its snapshots and the receipts that return goods of it; one content per event id
   * @param rules which of an event's identifiers is the strongest
   */
  public static Map<EventId, Owner> of(
      PurchaseKey original, Collection<Event> events, IdentityRules rules) {
    Optional<Owner> owner = newestOwner(original, events, rules);
    Map<PurchaseKey, Optional<Owner>> own = new HashMap<>();
    Map<EventId, Owner> owners = new HashMap<>();
    for (Event event : events) {
      PurchaseKey key = keyOf(event);
      Optional<Owner> of =
          owner.isPresent() ? owner : own.computeIfAbsent(key, k -> newestOwner(k, events, rules));
      of.ifPresent(whose -> owners.put(event.id(), whose));
    }
    return owners;
  }

  private static Optional<Owner> newestOwner(
      PurchaseKey key, Collection<Event> events, IdentityRules rules) {
    List<Event> snapshots = events.stream().filter(event -> keyOf(event).equals(key)).toList();
    Optional<? extends Event> newest =
        snapshots.stream().allMatch(OrderSnapshot.class::isInstance)
            ? newest(snapshots, OrderSnapshot.class, Versions.OF_ORDERS)
            : newest(snapshots, ReceiptSnapshot.class, Versions.OF_RECEIPTS);
    return newest
        .map(event -> event.envelope().identifiers())
        .flatMap(names -> rules.strongest(names).map(strongest -> new Owner(strongest, names)));
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
