package dev.kilde.local.shop;

import dev.kilde.schemas.record.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goods of one order or receipt and how much of them has come back so far. */
final class Purchase {

  /** One article of the purchase. */
  static final class Item {
    final int number;
    final Article article;
    final int quantity;
    int returned;

    private Item(int number, Article article, int quantity) {
      this.number = number;
      this.article = article;
      this.quantity = quantity;
    }

    /** Price of that many pieces. */
    BigDecimal amount(int pieces) {
      return article.price().multiply(BigDecimal.valueOf(pieces));
    }
  }

  /**
   * Some pieces of an item that come back together.
   *
   * @param item what comes back
   * @param pieces how many of it, at least one
   */
  record Returned(Item item, int pieces) {}

  private final List<Item> items = new ArrayList<>();

  Purchase(Map<Article, Integer> pieces) {
    pieces.forEach((article, count) -> items.add(new Item(items.size() + 1, article, count)));
  }

  List<Item> items() {
    return items;
  }

  BigDecimal total() {
    return items.stream()
        .map(item -> item.amount(item.quantity))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether everything has come back. */
  boolean isReturned() {
    return items.stream().allMatch(item -> item.returned == item.quantity);
  }

  /** Takes back everything left or, as the dice fall, a part of it; empty if nothing was left. */
  List<Returned> takeBack(Dice dice) {
    boolean everything = dice.chance(0.4);
    List<Returned> back = new ArrayList<>();
    for (Item item : items) {
      int left = item.quantity - item.returned;
      boolean chosen = everything || dice.chance(0.5);
      if (left > 0 && chosen) {
        int pieces = everything ? left : dice.between(1, left);
        item.returned += pieces;
        back.add(new Returned(item, pieces));
      }
    }
    return back;
  }

  /**
   * The lines as they stand.
   *
   * @param status what a line that has not come back stands at; null if lines have no status
   */
  List<Line> lines(@Nullable String status) {
    List<Line> lines = new ArrayList<>(items.size());
    for (Item item : items) {
      lines.add(
          line(item, item.quantity)
              .setReturnedQuantity(item.returned == 0 ? null : BigDecimal.valueOf(item.returned))
              .setStatus(item.returned == item.quantity ? "returned" : status)
              .build());
    }
    return lines;
  }

  /** A line of that many pieces of an item; negative for a return. */
  static Line.Builder line(Item item, int pieces) {
    return Line.newBuilder()
        .setLineId(String.valueOf(item.number))
        .setProductId(item.article.productId())
        .setCategory(item.article.category())
        .setBrand(item.article.brand())
        .setQuantity(BigDecimal.valueOf(pieces))
        .setAmount(item.amount(pieces));
  }
}
