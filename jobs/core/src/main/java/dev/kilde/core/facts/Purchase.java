package dev.kilde.core.facts;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.event.PurchaseLine;
import dev.kilde.core.event.ReceiptSnapshot;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order or receipt as its newest snapshot says.
 *
 * @param key names it within the tenant
 * @param at placed or sold at
 * @param status null of a receipt
 * @param wholeReturned an order that came back in full
 * @param currency null where not said
 * @param returnOf the receipt whose goods this one returns; null where none
 * @param version of the snapshot this was taken from
 */
public record Purchase(
    PurchaseKey key,
    Instant at,
    @Nullable OrderStatus status,
    boolean wholeReturned,
    @Nullable String currency,
    List<PurchaseLine> lines,
    @Nullable PurchaseKey returnOf,
    Version version) {

  /**
   * Which of two snapshots counts: the greater by {@code updatedAt} (of a receipt {@code
   * occurredAt}), then {@code occurredAt}, then content hash.
   *
   * @param hash the first 64 bits of the content hash, compared without sign
   */
  public record Version(Instant updatedAt, Instant occurredAt, long hash)
      implements Comparable<Version> {

    private static final Comparator<Version> ORDER =
        Comparator.comparing(Version::updatedAt)
            .thenComparing(Version::occurredAt)
            .thenComparing(Version::hash, Long::compareUnsigned);

    static Version of(Instant updatedAt, Event event) {
      long hash = ByteBuffer.wrap(event.envelope().content().hash()).getLong();
      return new Version(updatedAt, event.occurredAt(), hash);
    }

    @Override
    public int compareTo(Version other) {
      return ORDER.compare(this, other);
    }
  }

  public Purchase {
    lines = List.copyOf(lines);
  }

  static Purchase of(OrderSnapshot order) {
    return new Purchase(
        PurchaseKey.of(order),
        order.placedAt(),
        order.status(),
        order.whollyReturned(),
        order.currency(),
        order.lines(),
        null,
        Version.of(order.updatedAt(), order));
  }

  static Purchase of(ReceiptSnapshot receipt) {
    PurchaseKey key = PurchaseKey.of(receipt);
    PurchaseKey original = PurchaseKey.originalOf(receipt);
    return new Purchase(
        key,
        receipt.soldAt(),
        null,
        false,
        receipt.currency(),
        receipt.lines(),
        original.equals(key) ? null : original,
        Version.of(receipt.occurredAt(), receipt));
  }

  /** An order; else a receipt. */
  public boolean online() {
    return status != null;
  }

  /** Neither rejected nor cancelled. */
  public boolean stands() {
    return status == null || status.stands();
  }

  /** Its own lines' net in its own currency, returns on the lines included. */
  public BigDecimal net() {
    return lines.stream().map(PurchaseLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
