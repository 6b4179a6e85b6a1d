package dev.kilde.core.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A till receipt; a later event with the same store and receipt id corrects an earlier one.
 *
 * @param soldAt the time of the purchase
 * @param currency ISO 4217, null where not said (the tenant's)
 * @param lines a return has negative quantities and amounts
 * @param returnOf the receipt id, in the same store, that this receipt returns goods of
 */
public record ReceiptSnapshot(
    Envelope envelope,
    String storeId,
    String receiptId,
    Instant soldAt,
    @Nullable String currency,
    List<PurchaseLine> lines,
    @Nullable String returnOf)
    implements Event {

  public ReceiptSnapshot {
    lines = List.copyOf(lines);
  }

  /** The same receipt, naming nobody. */
  public ReceiptSnapshot anonymous() {
    return new ReceiptSnapshot(
        envelope.anonymous(), storeId, receiptId, soldAt, currency, lines, returnOf);
  }
}
