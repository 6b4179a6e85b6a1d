package dev.kilde.local.shop;

import dev.kilde.schemas.record.Cart;
import dev.kilde.schemas.record.CartLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a person has put in the cart and not yet bought; a new number after each order. */
final class Basket {

  private static final int MOST_LINES = 8;

  private final int owner;
  private final Map<Article, Integer> pieces = new LinkedHashMap<>();
  private int number;

  Basket(int owner) {
    this.owner = owner;
  }

  boolean isEmpty() {
    return pieces.isEmpty();
  }

  /** Whether nothing more goes in. */
  boolean isFull() {
    return pieces.size() >= MOST_LINES;
  }

  void add(Article article, int quantity) {
    pieces.merge(article, quantity, Integer::sum);
  }

  /** Takes all pieces of an article out and says how many there were. */
  int remove(Article article) {
    Integer quantity = pieces.remove(article);
    return quantity == null ? 0 : quantity;
  }

  /** Everything in it, in the order it was put in. */
  List<Article> articles() {
    return List.copyOf(pieces.keySet());
  }

  /** Everything in it with the number of pieces. */
  Map<Article, Integer> pieces() {
    return new LinkedHashMap<>(pieces);
  }

  /** Begins the next, empty cart. */
  void renew() {
    pieces.clear();
    number++;
  }

  /** The cart as the site's events carry it. */
  Cart content() {
    List<CartLine> lines = new ArrayList<>(pieces.size());
    pieces.forEach(
        (article, quantity) ->
            lines.add(
                CartLine.newBuilder()
                    .setProductId(article.productId())
                    .setCategory(article.category())
                    .setBrand(article.brand())
                    .setQuantity(BigDecimal.valueOf(quantity))
                    .setPrice(article.price())
                    .build()));
    return Cart.newBuilder().setCartId("cart-" + owner + "-" + number).setLines(lines).build();
  }
}
