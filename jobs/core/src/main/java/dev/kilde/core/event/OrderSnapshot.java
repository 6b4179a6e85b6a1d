package dev.kilde.core.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stood at {@code updatedAt}; a newer snapshot replaces an older one.
 *
 * @param updatedAt the version; of two snapshots of an order the greater counts
 * @param placedAt the time of the purchase
 * @param currency ISO 4217, null where not said (the tenant's)
 * @param lines of a returned order all returned in full, unless a line says otherwise
 */
public record OrderSnapshot(
    Envelope envelope,
    String orderId,
    Instant updatedAt,
    Instant placedAt,
    OrderStatus status,
    @Nullable String currency,
    List<PurchaseLine> lines)
    implements Event {

  public OrderSnapshot {
    lines =
        status == OrderStatus.RETURNED
            ? lines.stream().map(PurchaseLine::returnedInFull).toList()
            : List.copyOf(lines);
  }

  /** The same order, naming nobody. */
  public OrderSnapshot anonymous() {
    return new OrderSnapshot(
        envelope.anonymous(), orderId, updatedAt, placedAt, status, currency, lines);
  }

  /** Wholly returned: by its status, or because every line of positive quantity came back. */
  public boolean whollyReturned() {
    if (status == OrderStatus.RETURNED) {
      return true;
    }
    boolean bought = false;
    for (PurchaseLine line : lines) {
      if (line.kept()) {
        return false;
      }
      bought |= line.pieces().signum() > 0;
    }
    return bought;
  }

  /** Not rejected, cancelled or wholly returned. */
  public boolean valid() {
    return status.stands() && !whollyReturned();
  }
}
