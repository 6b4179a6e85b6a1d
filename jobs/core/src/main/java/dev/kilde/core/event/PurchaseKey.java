package dev.kilde.core.event;

import org.jspecify.annotations.Nullable;

/**
 * Names one purchase of a tenant: an order by its id, a receipt by store and receipt id.
 *
 * @param text unambiguous whatever the ids contain
 */
public record PurchaseKey(String text) {

  public static PurchaseKey of(OrderSnapshot order) {
    return new PurchaseKey("order:" + order.orderId());
  }

  public static PurchaseKey of(ReceiptSnapshot receipt) {
    return receipt(receipt.storeId(), receipt.receiptId());
  }

  /** The receipt with this id in this store. */
  public static PurchaseKey receipt(String storeId, String receiptId) {
    return new PurchaseKey("receipt:" + storeId.length() + ":" + storeId + ":" + receiptId);
  }

  /**
   * The purchase whose owner decides over an event's, a return's is its original; null: it is none.
   */
  public static @Nullable PurchaseKey groupOf(Event event) {
    if (event instanceof OrderSnapshot order) {
      return of(order);
    }
    return event instanceof ReceiptSnapshot receipt ? originalOf(receipt) : null;
  }

  /** The purchase whose goods come back; the receipt itself where it returns nothing. */
  public static PurchaseKey originalOf(ReceiptSnapshot receipt) {
    String returnOf = receipt.returnOf();
    return returnOf == null ? of(receipt) : receipt(receipt.storeId(), returnOf);
  }
}
