package dev.kilde.core.segment.history;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.PurchaseLine;
import dev.kilde.core.event.ReceiptSnapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A purchase that counts, as "Purchases" of the contract has it.
 *
 * @param net after all returns
 */
record KnownPurchase(Instant at, boolean online, BigDecimal net, List<Piece> lines) {

  /**
   * What was kept of one line.
   *
   * @param amount after returns
   */
  record Piece(
      @Nullable String product,
      @Nullable String category,
      @Nullable String brand,
      @Nullable String status,
      BigDecimal quantity,
      BigDecimal amount) {}

  /** Those among all events. */
  static List<KnownPurchase> counting(List<Event> events) {
    List<KnownPurchase> counting = new ArrayList<>();
    for (OrderSnapshot order : orders(events)) {
      boolean stands = stands(order) && order.status() != OrderStatus.RETURNED;
      List<Piece> kept = pieces(order.lines(), new LinkedHashMap<>());
      boolean boughtAny = order.lines().stream().anyMatch(line -> quantity(line).signum() > 0);
      BigDecimal net = net(order.lines());
      if (stands && (!boughtAny || !kept.isEmpty()) && net.signum() > 0) {
        counting.add(new KnownPurchase(order.placedAt(), true, net, kept));
      }
    }
    Collection<ReceiptSnapshot> receipts = receipts(events);
    for (ReceiptSnapshot receipt : receipts) {
      BigDecimal net = BigDecimal.ZERO;
      Map<String, BigDecimal> back = new LinkedHashMap<>();
      for (ReceiptSnapshot other : receipts) {
        for (PurchaseLine line : other.lines()) {
          boolean gaveBack = quantity(line).signum() < 0;
          boolean ofThis = gaveBack && returns(other, receipt);
          boolean own = other.equals(receipt) && !(gaveBack && returnsAny(receipt, receipts));
          if (own || ofThis) {
            net = net.add(net(List.of(line)));
          }
          if (ofThis) {
            back.merge(goods(line), quantity(line).negate(), BigDecimal::add);
          }
        }
      }
      List<PurchaseLine> kept = new ArrayList<>();
      for (PurchaseLine line : receipt.lines()) {
        BigDecimal sold = BigDecimal.ZERO;
        for (PurchaseLine same : receipt.lines()) {
          if (left(same).signum() > 0 && goods(same).equals(goods(line))) {
            sold = sold.add(quantity(same));
          }
        }
        BigDecimal returned = back.getOrDefault(goods(line), BigDecimal.ZERO);
        if (left(line).signum() > 0 && sold.compareTo(returned) > 0) {
          kept.add(line);
        }
      }
      if (!kept.isEmpty() && net.signum() > 0) {
        counting.add(new KnownPurchase(receipt.soldAt(), false, net, pieces(kept, back)));
      }
    }
    return counting;
  }

  /** The newest snapshot of each order. */
  static Collection<OrderSnapshot> orders(List<Event> events) {
    Map<String, OrderSnapshot> newest = new LinkedHashMap<>();
    for (Event event : events) {
      if (event instanceof OrderSnapshot order) {
        OrderSnapshot known = newest.get(order.orderId());
        int newer = known == null ? 1 : order.updatedAt().compareTo(known.updatedAt());
        newer = newer != 0 ? newer : order.occurredAt().compareTo(known.occurredAt());
        if (newer > 0 || (newer == 0 && hasGreaterHash(order, known))) {
          newest.put(order.orderId(), order);
        }
      }
    }
    return newest.values();
  }

  static boolean stands(OrderSnapshot order) {
    return order.status() != OrderStatus.CANCELLED
        && order.status() != OrderStatus.PAYMENT_REJECTED;
  }

  private static Collection<ReceiptSnapshot> receipts(List<Event> events) {
    Map<String, ReceiptSnapshot> newest = new LinkedHashMap<>();
    for (Event event : events) {
      if (event instanceof ReceiptSnapshot receipt) {
        String key = receipt.storeId() + "/" + receipt.receiptId();
        ReceiptSnapshot known = newest.get(key);
        int newer = known == null ? 1 : receipt.occurredAt().compareTo(known.occurredAt());
        if (newer > 0 || (newer == 0 && hasGreaterHash(receipt, known))) {
          newest.put(key, receipt);
        }
      }
    }
    return newest.values();
  }

  private static boolean hasGreaterHash(Event a, Event b) {
    return Arrays.compareUnsigned(a.envelope().content().hash(), b.envelope().content().hash()) > 0;
  }

  private static boolean returnsAny(ReceiptSnapshot back, Collection<ReceiptSnapshot> receipts) {
    return receipts.stream().anyMatch(receipt -> returns(back, receipt));
  }

  private static boolean returns(ReceiptSnapshot back, ReceiptSnapshot receipt) {
    return !back.receiptId().equals(receipt.receiptId())
        && back.storeId().equals(receipt.storeId())
        && receipt.receiptId().equals(back.returnOf());
  }

  /** Of goods on several lines the last gives way first. */
  private static List<Piece> pieces(List<PurchaseLine> lines, Map<String, BigDecimal> back) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = lines.size() - 1; i >= 0; i--) {
      PurchaseLine line = lines.get(i);
      if (left(line).signum() <= 0) {
        continue;
      }
      BigDecimal returned = back.getOrDefault(goods(line), BigDecimal.ZERO).min(left(line));
      back.computeIfPresent(goods(line), (goods, still) -> still.subtract(returned));
      BigDecimal left = left(line).subtract(returned);
      if (left.signum() > 0) {
        pieces.add(
            new Piece(
                line.productId(),
                line.category(),
                line.brand(),
                line.status(),
                left,
                share(line, left)));
      }
    }
    return pieces;
  }

  private static String goods(PurchaseLine line) {
    return line.productId() == null ? "line " + line.lineId() : "product " + line.productId();
  }

  private static BigDecimal net(List<PurchaseLine> lines) {
    BigDecimal net = BigDecimal.ZERO;
    for (PurchaseLine line : lines) {
      BigDecimal back = line.returnedQuantity();
      net = net.add(share(line, back == null ? quantity(line) : quantity(line).subtract(back)));
    }
    return net;
  }

  /** What a part of a line costs. */
  private static BigDecimal share(PurchaseLine line, BigDecimal part) {
    BigDecimal amount = line.amount() == null ? BigDecimal.ZERO : line.amount();
    return amount.multiply(part).divide(quantity(line), 6, RoundingMode.HALF_EVEN);
  }

  /** Every line drawn says how many. */
  private static BigDecimal quantity(PurchaseLine line) {
    BigDecimal quantity = line.quantity();
    if (quantity == null || quantity.signum() == 0) {
      throw new AssertionError("not drawn: " + line);
    }
    return quantity;
  }

  private static BigDecimal left(PurchaseLine line) {
    BigDecimal back = line.returnedQuantity();
    return back == null ? quantity(line) : quantity(line).subtract(back);
  }
}
