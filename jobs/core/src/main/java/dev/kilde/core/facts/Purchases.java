package dev.kilde.core.facts;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.ReceiptSnapshot;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Orders and receipts of both channels, each as its newest snapshot says.
 *
 * <p>A purchase is <em>valid</em> when it is an order not rejected, cancelled or wholly returned,
 * or a receipt with a line of positive quantity that return receipts have not wholly brought back.
 *
 * <p>Equal where all purchases are.
 */
public final class Purchases {

  public static final Purchases NONE = new Purchases(Collections.emptySortedMap());

  private final ByKey<Purchase> purchases;

  /** The fold. */
  public static final Fact<Purchases> FACT =
      new Fact<>() {
        @Override
        public String name() {
          return "purchases";
        }

        @Override
        public Purchases empty() {
          return NONE;
        }

        @Override
        public boolean concerns(Event event) {
          return event instanceof OrderSnapshot || event instanceof ReceiptSnapshot;
        }

        @Override
        public Purchases fold(Purchases before, Event event) {
          if (event instanceof OrderSnapshot order) {
            return before.with(Purchase.of(order));
          }
          return event instanceof ReceiptSnapshot receipt
              ? before.with(Purchase.of(receipt))
              : before;
        }
      };

  /** Purchases by the text of their keys. */
  public Purchases(SortedMap<String, Purchase> byKey) {
    this(ByKey.of(byKey));
  }

  private Purchases(ByKey<Purchase> purchases) {
    this.purchases = purchases;
  }

  /** Every purchase, ordered by the key's text. */
  public SortedMap<String, Purchase> byKey() {
    return purchases.all();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Purchases that && byKey().equals(that.byKey());
  }

  @Override
  public int hashCode() {
    return byKey().hashCode();
  }

  @Override
  public String toString() {
    return "Purchases" + byKey().values();
  }

  private Purchases with(Purchase snapshot) {
    Purchase known = purchases.get(snapshot.key().text());
    if (known != null && known.version().compareTo(snapshot.version()) >= 0) {
      return this;
    }
    return new Purchases(purchases.with(snapshot.key().text(), snapshot));
  }

  /**
   * When the newest online order that was neither rejected nor cancelled was placed; null where
   * there is none. One that came back counts: what was bought and returned is not in the cart
   * again.
   */
  public @Nullable Instant newestOrderAt() {
    return byKey().values().stream()
        .filter(purchase -> purchase.online() && purchase.stands())
        .map(Purchase::at)
        .max(Instant::compareTo)
        .orElse(null);
  }
}
