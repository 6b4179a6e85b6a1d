package dev.kilde.core.facts;

import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.event.PurchaseLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What return receipts brought back, and what that leaves of a purchase. */
final class Returns {

  private Returns() {}

  /** Pieces brought back, by original receipt, then by goods. */
  static Map<PurchaseKey, Map<String, BigDecimal>> of(Purchases purchases) {
    Map<PurchaseKey, Map<String, BigDecimal>> returns = new HashMap<>();
    for (Purchase purchase : purchases.byKey().values()) {
      PurchaseKey original = purchase.returnOf();
      if (original == null) {
        continue;
      }
      Map<String, BigDecimal> goods = returns.computeIfAbsent(original, key -> new HashMap<>());
      for (PurchaseLine line : purchase.lines()) {
        if (line.pieces().signum() < 0) {
          goods.merge(goods(line), line.pieces().negate(), BigDecimal::add);
        }
      }
    }
    return returns;
  }

  /** What a line is about: its product, else its line id, else nothing that could be told apart. */
  static String goods(PurchaseLine line) {
    return line.productId() == null ? "line:" + line.lineId() : "product:" + line.productId();
  }

  /**
   * Lines of which something was bought and has not come back, by line or by return receipt.
   *
   * @param returned by goods
   */
  static List<PurchaseLine> kept(Purchase purchase, Map<String, BigDecimal> returned) {
    if (returned.isEmpty()) {
      return purchase.lines().stream().filter(PurchaseLine::kept).toList();
    }
    Map<String, BigDecimal> bought = new HashMap<>();
    for (PurchaseLine line : purchase.lines()) {
      if (line.kept()) {
        bought.merge(goods(line), line.pieces(), BigDecimal::add);
      }
    }
    return purchase.lines().stream()
        .filter(PurchaseLine::kept)
        .filter(
            line -> {
              BigDecimal back = returned.getOrDefault(goods(line), BigDecimal.ZERO);
              return bought.getOrDefault(goods(line), BigDecimal.ZERO).compareTo(back) > 0;
            })
        .toList();
  }

  /**
   * An order not rejected, cancelled or wholly returned; a receipt of which something was kept.
   *
   * @param kept its lines of which something was
   */
  static boolean isValid(Purchase purchase, List<PurchaseLine> kept) {
    return purchase.online() ? purchase.stands() && !purchase.wholeReturned() : !kept.isEmpty();
  }

  /**
   * Lines with what return receipts brought back standing as returned on them: of goods on several
   * lines the last gives way first. What is brought back of nothing known is left out.
   *
   * @param returned by goods
   */
  static List<PurchaseLine> after(List<PurchaseLine> lines, Map<String, BigDecimal> returned) {
    if (returned.isEmpty()) {
      return lines;
    }
    Map<String, BigDecimal> toCome = new HashMap<>(returned);
    List<PurchaseLine> after = new ArrayList<>(lines);
    for (int i = after.size() - 1; i >= 0; i--) {
      PurchaseLine line = after.get(i);
      BigDecimal left = line.piecesKept();
      BigDecimal back = toCome.getOrDefault(goods(line), BigDecimal.ZERO).min(left);
      if (left.signum() > 0 && back.signum() > 0) {
        toCome.merge(goods(line), back.negate(), BigDecimal::add);
        after.set(i, line.givingBack(back));
      }
    }
    return after;
  }
}
