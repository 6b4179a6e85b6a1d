package dev.kilde.core.facts;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.Tracked;
import dev.kilde.core.event.Tracked.BasketLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was put in the cart: the newest whole cart the shop reported, then single lines added and
 * removed since.
 *
 * <p>Each entry keeps when it was put in, because an order empties what was in the cart when it was
 * placed, and only while it stands (is neither rejected nor cancelled): see {@link #left}.
 *
 * @param cartId of the newest whole cart, null where the shop gives none
 * @param entries oldest first, at most {@value #MOST_ENTRIES}
 * @param changedAt when the shop last reported a change; null before the first
 */
public record Cart(@Nullable String cartId, List<Entry> entries, @Nullable Instant changedAt) {

  /** Entries kept; the newest stay. */
  public static final int MOST_ENTRIES = 500;

  public static final Cart NONE = new Cart(null, List.of(), null);

  /** A product put in at one instant; {@code quantity} is positive. */
  public record Entry(
      String productId,
      @Nullable String category,
      @Nullable String brand,
      BigDecimal quantity,
      @Nullable BigDecimal price,
      Instant at) {

    private Entry with(BigDecimal newQuantity) {
      return new Entry(productId, category, brand, newQuantity, price, at);
    }
  }

  /** The fold. */
  public static final Fact<Cart> FACT =
      new Fact<>() {
        @Override
        public String name() {
          return "cart";
        }

        @Override
        public Cart empty() {
          return NONE;
        }

        @Override
        public boolean concerns(Event event) {
          return event instanceof Tracked tracked
              && (tracked.cart() != null
                  || tracked.name().equals("cart_added")
                  || tracked.name().equals("cart_removed"));
        }

        @Override
        public Cart fold(Cart before, Event event) {
          return event instanceof Tracked tracked ? before.with(tracked) : before;
        }
      };

  public Cart {
    entries = List.copyOf(entries);
  }

  /**
   * What is left in the cart: one entry a product, quantities added up, without what an online
   * order that stands emptied.
   *
   * @param emptiedAt when the newest online order that stands was placed, null where there is none
   */
  public List<Entry> left(@Nullable Instant emptiedAt) {
    Map<String, Entry> left = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (emptiedAt == null || entry.at().isAfter(emptiedAt)) {
        left.merge(
            entry.productId(),
            entry,
            (before, more) -> more.with(before.quantity().add(more.quantity())));
      }
    }
    return List.copyOf(left.values());
  }

  private Cart with(Tracked tracked) {
    Instant at = tracked.occurredAt();
    Tracked.Basket whole = tracked.cart();
    if (whole != null) {
      return new Cart(whole.cartId(), entriesOf(whole, at), at);
    }
    String product = tracked.productId();
    if (product == null) {
      return this;
    }
    if (tracked.name().equals("cart_added")) {
      BasketLine line =
          new BasketLine(
              product, tracked.category(), tracked.brand(), tracked.quantity(), tracked.price());
      List<Entry> next = new ArrayList<>(entries);
      add(next, line, at);
      return new Cart(cartId, newest(next), at);
    }
    if (tracked.name().equals("cart_removed")) {
      return new Cart(cartId, without(product, tracked.quantity()), at);
    }
    return this;
  }

  private static List<Entry> entriesOf(Tracked.Basket whole, Instant at) {
    List<Entry> entries = new ArrayList<>();
    whole.lines().forEach(line -> add(entries, line, at));
    return newest(entries);
  }

  /** A line without product or with nothing in it adds nothing. */
  private static void add(List<Entry> entries, BasketLine line, Instant at) {
    BigDecimal quantity = Objects.requireNonNullElse(line.quantity(), BigDecimal.ONE);
    String product = line.productId();
    if (product != null && quantity.signum() > 0) {
      entries.add(new Entry(product, line.category(), line.brand(), quantity, line.price(), at));
    }
  }

  private static List<Entry> newest(List<Entry> entries) {
    return entries.subList(Math.max(0, entries.size() - MOST_ENTRIES), entries.size());
  }

  /** The newest entries give way first: what an order emptied is not taken out once more. */
  private List<Entry> without(String product, @Nullable BigDecimal quantity) {
    List<Entry> next = new ArrayList<>(entries);
    BigDecimal left = quantity;
    for (int i = next.size() - 1; i >= 0 && (left == null || left.signum() > 0); i--) {
      Entry entry = next.get(i);
      if (!entry.productId().equals(product)) {
        continue;
      }
      if (left == null || entry.quantity().compareTo(left) <= 0) {
        next.remove(i);
        left = left == null ? null : left.subtract(entry.quantity());
      } else {
        next.set(i, entry.with(entry.quantity().subtract(left)));
        left = BigDecimal.ZERO;
      }
    }
    return next;
  }
}
