package dev.kilde.core.segment.history;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.Tracked;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lies in the cart: the newest whole cart, then what was added and removed one by one. */
final class KnownCart {

  private KnownCart() {}

  /** So many of a product, put in at an instant. */
  record Piece(
      String product,
      @Nullable String category,
      @Nullable String brand,
      BigDecimal quantity,
      @Nullable BigDecimal price,
      Instant at) {
    private Piece of(BigDecimal other) {
      return new Piece(product, category, brand, other, price, at);
    }
  }

  /** One a product, as it was last put in, without what an order that stands has emptied. */
  static List<Piece> left(List<Event> events) {
    List<Piece> left = new ArrayList<>();
    for (Piece piece : pieces(events)) {
      boolean emptied = false;
      for (OrderSnapshot order : KnownPurchase.orders(events)) {
        emptied |= KnownPurchase.stands(order) && !piece.at().isAfter(order.placedAt());
      }
      if (emptied) {
        continue;
      }
      boolean more = false;
      for (int i = 0; i < left.size(); i++) {
        Piece same = left.get(i);
        if (same.product().equals(piece.product())) {
          left.set(i, piece.of(same.quantity().add(piece.quantity())));
          more = true;
        }
      }
      if (!more) {
        left.add(piece);
      }
    }
    return left;
  }

  private static List<Piece> pieces(List<Event> events) {
    List<Piece> pieces = new ArrayList<>();
    for (Event event : events) {
      if (!(event instanceof Tracked visit)) {
        continue;
      }
      Instant at = visit.occurredAt();
      String product = visit.productId();
      if (visit.cart() != null) {
        pieces.clear();
        for (Tracked.BasketLine line : visit.cart().lines()) {
          if (line.productId() != null) {
            pieces.add(
                new Piece(
                    line.productId(),
                    line.category(),
                    line.brand(),
                    count(line.quantity()),
                    line.price(),
                    at));
          }
        }
      } else if (visit.name().equals("cart_added") && product != null) {
        pieces.add(
            new Piece(
                product,
                visit.category(),
                visit.brand(),
                count(visit.quantity()),
                visit.price(),
                at));
      } else if (visit.name().equals("cart_removed") && product != null) {
        remove(pieces, product, visit.quantity());
      }
    }
    return pieces;
  }

  private static BigDecimal count(@Nullable BigDecimal quantity) {
    return quantity == null ? BigDecimal.ONE : quantity;
  }

  /** The newest give way first; not said how many: all. */
  private static void remove(List<Piece> pieces, String product, @Nullable BigDecimal quantity) {
    BigDecimal still = quantity == null ? BigDecimal.valueOf(Integer.MAX_VALUE) : quantity;
    for (int i = pieces.size() - 1; i >= 0; i--) {
      Piece piece = pieces.get(i);
      if (piece.product().equals(product)) {
        BigDecimal taken = piece.quantity().min(still);
        still = still.subtract(taken);
        pieces.set(i, piece.of(piece.quantity().subtract(taken)));
      }
    }
    pieces.removeIf(piece -> piece.quantity().signum() == 0);
  }
}
