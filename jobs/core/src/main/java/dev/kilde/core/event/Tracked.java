package dev.kilde.core.event;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Behaviour on the site or in the app.
 *
 * @param name what was done, in the contract's spelling ({@code product_viewed}, ...)
 * @param productId the product it concerns, if any
 * @param category category path {@code a/b/c}
 * @param pageType as the shop names its pages: {@code product}, {@code shipping}, ...
 * @param searchTerm what was searched for
 * @param quantity pieces put in or taken out of the cart; null where not said
 * @param price of one piece, in {@code currency}
 * @param cart the whole cart after this event; null where the event does not carry it
 */
public record Tracked(
    Envelope envelope,
    String name,
    @Nullable String productId,
    @Nullable String category,
    @Nullable String brand,
    @Nullable String pageType,
    @Nullable String searchTerm,
    @Nullable BigDecimal quantity,
    @Nullable BigDecimal price,
    @Nullable Basket cart)
    implements Event {

  /** What may have been done, in the contract's spelling and order. */
  public static final List<String> NAMES =
      List.of(
          "page_viewed",
          "product_viewed",
          "category_viewed",
          "searched",
          "cart_added",
          "cart_removed",
          "cart_updated",
          "checkout_started",
          "form_submitted",
          "signed_in",
          "review_submitted",
          "custom");

  /** A cart as the shop reported it. */
  public record Basket(@Nullable String cartId, List<BasketLine> lines) {
    public Basket {
      lines = List.copyOf(lines);
    }
  }

  /** One product in a cart; {@code quantity} null counts as one piece. */
  public record BasketLine(
      @Nullable String productId,
      @Nullable String category,
      @Nullable String brand,
      @Nullable BigDecimal quantity,
      @Nullable BigDecimal price) {}
}
