package dev.kilde.core.laws;

import dev.kilde.core.event.ContactChanged;
import dev.kilde.core.event.Engaged;
import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.PermissionChanged;
import dev.kilde.core.event.PermissionStatus;
import dev.kilde.core.event.PurchaseLine;
import dev.kilde.core.event.ReceiptSnapshot;
import dev.kilde.core.event.Tracked;
import dev.kilde.core.identity.ProfileId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the contract says of a set of events, computed by plain loops over all of it. Longer than
 * other files because it shares nothing with the code it judges.
 */
final class Oracle {

  private Oracle() {}

  /** Of several contents under one id the one that counts. */
  static Event counting(Collection<Event> contents) {
    Event best = contents.iterator().next();
    for (Event next : contents) {
      int byTime = next.occurredAt().compareTo(best.occurredAt());
      if (byTime > 0 || (byTime == 0 && Arrays.compareUnsigned(hash(next), hash(best)) > 0)) {
        best = next;
      }
    }
    return best;
  }

  /** The first midnight at or after the event's last day; null: never. */
  static @Nullable Instant expiry(
      Event event, @Nullable Duration behaviour, @Nullable Duration purchases) {
    Duration kept = null;
    if (event instanceof Tracked) {
      kept = behaviour;
    } else if (event instanceof OrderSnapshot || event instanceof ReceiptSnapshot) {
      kept = purchases;
    } else if (event instanceof Engaged engaged
        && engaged.kind() != EngagementKind.HARD_BOUNCED
        && engaged.kind() != EngagementKind.UNSUBSCRIBED
        && engaged.kind() != EngagementKind.COMPLAINED) {
      kept = behaviour;
    }
    if (kept == null) {
      return null;
    }
    long day = Duration.ofDays(1).toMillis();
    long end = event.occurredAt().toEpochMilli() + kept.toMillis();
    return Instant.ofEpochMilli((end + day - 1) / day * day);
  }

  /** The profile of a person these events, at least one, belong to; one content per id. */
  static Plain profile(ProfileId person, Collection<Event> events) {
    List<Event> sorted = new ArrayList<>(events);
    sorted.sort(
        (a, b) -> {
          int order = a.occurredAt().compareTo(b.occurredAt());
          order = order != 0 ? order : utf8(topic(a), topic(b));
          return order != 0 ? order : utf8(a.id().id(), b.id().id());
        });
    Map<IdentifierKind, List<String>> identifiers = new TreeMap<>();
    String country = null;
    String postalCode = null;
    List<String> interests = List.of();
    Map<String, String> attributes = new TreeMap<>();
    Map<String, String> permissions = new TreeMap<>();
    Map<String, String> engagement = new TreeMap<>();
    Map<String, Integer> engagements = new TreeMap<>();
    Set<String> unreachable = new TreeSet<>();
    Map<String, Long> counts = new TreeMap<>();
    List<String> viewed = new ArrayList<>();
    for (Event event : sorted) {
      for (Identifier seen :
          names(person, event) ? event.envelope().identifiers().all() : List.<Identifier>of()) {
        List<String> known = identifiers.computeIfAbsent(seen.kind(), k -> new ArrayList<>());
        known.remove(seen.value());
        known.add(seen.value());
      }
      if (event instanceof ContactChanged change) {
        country = change.country() == null ? country : change.country();
        postalCode = change.postalCode() == null ? postalCode : change.postalCode();
        interests = change.interests() == null ? interests : change.interests();
        attributes.putAll(change.attributes());
      }
      if (event instanceof PermissionChanged said) {
        permissions.put(
            said.channel() + "/" + said.purpose(), said.status() + "@" + said.occurredAt());
      }
      if (event instanceof Engaged engaged) {
        boolean unsubscribes =
            engaged.kind() == EngagementKind.UNSUBSCRIBED
                || engaged.kind() == EngagementKind.COMPLAINED;
        for (Map.Entry<String, String> said : permissions.entrySet()) {
          if (unsubscribes
              && said.getKey().startsWith(engaged.channel() + "/")
              && !said.getKey().equals(engaged.channel() + "/profiling")
              && !said.getValue().startsWith("REVOKED")) {
            said.setValue(PermissionStatus.REVOKED + "@" + engaged.occurredAt());
          }
        }
        boolean byMachine =
            engaged.machine()
                && (engaged.kind() == EngagementKind.OPENED
                    || engaged.kind() == EngagementKind.CLICKED);
        if (!byMachine) {
          String key = engaged.channel() + "/" + engaged.kind().name().toLowerCase(Locale.ROOT);
          int count = engagements.merge(key, 1, Integer::sum);
          engagement.put(key, count + "@" + engaged.occurredAt());
        }
        if (engaged.kind() == EngagementKind.HARD_BOUNCED) {
          unreachable.add(bounced(engaged));
        }
      }
      if (event instanceof Tracked tracked) {
        counts.merge(tracked.name(), 1L, Long::sum);
        if (tracked.name().equals("product_viewed") && tracked.productId() != null) {
          viewed.remove(tracked.productId());
          viewed.add(0, tracked.productId());
        }
      }
    }
    List<Object> contact = new ArrayList<>();
    contact.add(country);
    contact.add(postalCode);
    contact.add(interests);
    contact.add(attributes);
    Basket basket = new Basket();
    for (Event event : sorted) {
      if (event instanceof Tracked tracked) {
        basket.take(tracked);
      }
    }
    Map<String, OrderSnapshot> orders = orders(sorted);
    return new Plain(
        sorted.get(0).occurredAt(),
        sorted.get(sorted.size() - 1).occurredAt(),
        identifiers,
        contact,
        permissions,
        engagement,
        unreachable,
        counts,
        viewed,
        basket.cartId,
        basket.changedAt,
        basket.left(orders.values()),
        bought(orders, receipts(sorted)));
  }

  private static String bounced(Engaged engaged) {
    IdentifierKind address =
        switch (engaged.channel()) {
          case "email" -> IdentifierKind.EMAIL;
          case "sms" -> IdentifierKind.PHONE;
          case "push" -> IdentifierKind.DEVICE_ID;
          default -> throw new IllegalArgumentException(engaged.channel());
        };
    for (Identifier identifier : engaged.envelope().identifiers().all()) {
      if (identifier.kind() == address) {
        return identifier.value();
      }
    }
    return engaged.channel();
  }

  private static final class Basket {
    private record Piece(
        String product,
        @Nullable String category,
        BigDecimal quantity,
        @Nullable BigDecimal price,
        Instant at) {}

    private final List<Piece> pieces = new ArrayList<>();
    private @Nullable String cartId;
    private @Nullable Instant changedAt;

    void take(Tracked tracked) {
      Instant at = tracked.occurredAt();
      if (tracked.cart() != null) {
        pieces.clear();
        cartId = tracked.cart().cartId();
        changedAt = at;
        for (Tracked.BasketLine line : tracked.cart().lines()) {
          put(line.productId(), line.category(), line.quantity(), line.price(), at);
        }
      } else if (tracked.productId() != null && tracked.name().equals("cart_added")) {
        changedAt = at;
        put(tracked.productId(), tracked.category(), tracked.quantity(), tracked.price(), at);
      } else if (tracked.productId() != null && tracked.name().equals("cart_removed")) {
        changedAt = at;
        BigDecimal still =
            tracked.quantity() == null ? new BigDecimal(1_000_000) : tracked.quantity();
        for (int i = pieces.size() - 1; i >= 0; i--) {
          Piece piece = pieces.get(i);
          if (piece.product().equals(tracked.productId()) && still.signum() > 0) {
            BigDecimal taken = piece.quantity().min(still);
            still = still.subtract(taken);
            pieces.set(
                i,
                new Piece(
                    piece.product(),
                    piece.category(),
                    piece.quantity().subtract(taken),
                    piece.price(),
                    piece.at()));
          }
        }
        pieces.removeIf(piece -> piece.quantity().signum() == 0);
      }
    }

    private void put(
        @Nullable String product,
        @Nullable String category,
        @Nullable BigDecimal given,
        @Nullable BigDecimal price,
        Instant at) {
      BigDecimal quantity = given == null ? BigDecimal.ONE : given;
      if (product != null && quantity.signum() > 0) {
        pieces.add(new Piece(product, category, quantity, price, at));
      }
    }

    List<String> left(Collection<OrderSnapshot> orders) {
      Map<String, Piece> left = new LinkedHashMap<>();
      for (Piece piece : pieces) {
        boolean emptied = false;
        for (OrderSnapshot order : orders) {
          emptied |= stands(order) && !order.placedAt().isBefore(piece.at());
        }
        if (!emptied) {
          Piece known = left.get(piece.product());
          BigDecimal sum =
              known == null ? piece.quantity() : known.quantity().add(piece.quantity());
          left.put(
              piece.product(),
              new Piece(piece.product(), piece.category(), sum, piece.price(), piece.at()));
        }
      }
      List<String> text = new ArrayList<>();
      for (Piece piece : left.values()) {
        text.add(
            Plain.entry(
                piece.product(), piece.category(), piece.quantity(), piece.price(), piece.at()));
      }
      return text;
    }
  }

  private static Map<String, OrderSnapshot> orders(List<Event> events) {
    Map<String, OrderSnapshot> newest = new TreeMap<>();
    for (Event event : events) {
      if (event instanceof OrderSnapshot order) {
        OrderSnapshot known = newest.get(order.orderId());
        if (known == null || newer(order, order.updatedAt(), known, known.updatedAt())) {
          newest.put(order.orderId(), order);
        }
      }
    }
    return newest;
  }

  private static Map<List<String>, ReceiptSnapshot> receipts(List<Event> events) {
    Map<List<String>, ReceiptSnapshot> newest = new LinkedHashMap<>();
    for (Event event : events) {
      if (event instanceof ReceiptSnapshot receipt) {
        List<String> key = List.of(receipt.storeId(), receipt.receiptId());
        ReceiptSnapshot known = newest.get(key);
        if (known == null || newer(receipt, receipt.occurredAt(), known, known.occurredAt())) {
          newest.put(key, receipt);
        }
      }
    }
    return newest;
  }

  private static boolean newer(Event a, Instant versionA, Event b, Instant versionB) {
    int order = versionA.compareTo(versionB);
    order = order != 0 ? order : a.occurredAt().compareTo(b.occurredAt());
    return (order != 0 ? order : Arrays.compareUnsigned(hash(a), hash(b))) > 0;
  }

  private static Plain.Bought bought(
      Map<String, OrderSnapshot> orders, Map<List<String>, ReceiptSnapshot> receipts) {
    record Kept(Instant at, String key, List<PurchaseLine> lines) {}
    List<Kept> valid = new ArrayList<>();
    BigDecimal total = BigDecimal.ZERO;
    int validOrders = 0;
    for (OrderSnapshot order : orders.values()) {
      if (order.status() != OrderStatus.PAYMENT_REJECTED
          && order.status() != OrderStatus.CANCELLED) {
        total = total.add(net(order.lines(), order.currency()));
      }
      if (valid(order)) {
        validOrders++;
        valid.add(
            new Kept(
                order.placedAt(),
                "order:" + order.orderId(),
                order.lines().stream().filter(line -> left(line).signum() > 0).toList()));
      }
    }
    for (ReceiptSnapshot receipt : receipts.values()) {
      total = total.add(net(receipt.lines(), receipt.currency()));
      List<PurchaseLine> kept = new ArrayList<>();
      for (PurchaseLine line : receipt.lines()) {
        BigDecimal had = BigDecimal.ZERO;
        for (PurchaseLine other : receipt.lines()) {
          if (left(other).signum() > 0 && sameGoods(line, other)) {
            had = had.add(pieces(other));
          }
        }
        for (ReceiptSnapshot back : receipts.values()) {
          if (back.storeId().equals(receipt.storeId())
              && receipt.receiptId().equals(back.returnOf())
              && !back.receiptId().equals(receipt.receiptId())) {
            for (PurchaseLine returned : back.lines()) {
              if (pieces(returned).signum() < 0 && sameGoods(line, returned)) {
                had = had.add(pieces(returned));
              }
            }
          }
        }
        if (left(line).signum() > 0 && had.signum() > 0) {
          kept.add(line);
        }
      }
      if (!kept.isEmpty()) {
        String store = receipt.storeId();
        String key = "receipt:" + store.length() + ":" + store + ":" + receipt.receiptId();
        valid.add(new Kept(receipt.soldAt(), key, kept));
      }
    }
    valid.sort(Comparator.comparing(Kept::at).reversed().thenComparing(Kept::key));
    Set<String> categories = new LinkedHashSet<>();
    Set<String> products = new LinkedHashSet<>();
    for (Kept kept : valid) {
      for (PurchaseLine line : kept.lines()) {
        if (line.category() != null) {
          categories.add(line.category());
        }
        if (line.productId() != null) {
          products.add(line.productId());
        }
      }
    }
    return new Plain.Bought(
        validOrders,
        valid.size() - validOrders,
        valid.isEmpty() ? null : valid.get(valid.size() - 1).at(),
        valid.isEmpty() ? null : valid.get(0).at(),
        Plain.plain(total),
        List.copyOf(categories),
        List.copyOf(products));
  }

  private static boolean sameGoods(PurchaseLine a, PurchaseLine b) {
    if (a.productId() != null || b.productId() != null) {
      return a.productId() != null && a.productId().equals(b.productId());
    }
    return a.lineId() == null ? b.lineId() == null : a.lineId().equals(b.lineId());
  }

  /** A purchase may have come from somebody else: then its identifiers are not this person's. */
  private static boolean names(ProfileId person, Event event) {
    if (!(event instanceof OrderSnapshot) && !(event instanceof ReceiptSnapshot)) {
      return true;
    }
    List<Identifier> all = event.envelope().identifiers().all();
    return all.isEmpty() || ProfileId.of(event.envelope().tenant(), all.get(0)).equals(person);
  }

  private static boolean stands(OrderSnapshot order) {
    return order.status() != OrderStatus.PAYMENT_REJECTED
        && order.status() != OrderStatus.CANCELLED;
  }

  private static boolean valid(OrderSnapshot order) {
    if (order.status() == OrderStatus.PAYMENT_REJECTED
        || order.status() == OrderStatus.CANCELLED
        || order.status() == OrderStatus.RETURNED) {
      return false;
    }
    int bought = 0;
    int back = 0;
    for (PurchaseLine line : order.lines()) {
      if (pieces(line).signum() > 0) {
        bought++;
        back += left(line).signum() > 0 ? 0 : 1;
      }
    }
    return bought == 0 || back < bought;
  }

  private static BigDecimal pieces(PurchaseLine line) {
    if (line.quantity() != null) {
      return line.quantity();
    }
    return new BigDecimal(line.amount() != null && line.amount().signum() < 0 ? -1 : 1);
  }

  /** What is left of what was bought; zero or less of what was not bought. */
  private static BigDecimal left(PurchaseLine line) {
    BigDecimal pieces = pieces(line);
    return pieces.signum() <= 0 || line.returnedQuantity() == null
        ? pieces
        : pieces.subtract(line.returnedQuantity());
  }

  private static BigDecimal net(List<PurchaseLine> lines, @Nullable String currency) {
    BigDecimal net = BigDecimal.ZERO;
    for (PurchaseLine line : lines) {
      BigDecimal amount = line.amount() == null ? BigDecimal.ZERO : line.amount();
      if (line.returnedQuantity() != null
          && line.quantity() != null
          && line.quantity().signum() != 0) {
        BigDecimal part =
            amount
                .multiply(line.returnedQuantity())
                .divide(line.quantity(), 20, RoundingMode.HALF_EVEN);
        amount = amount.subtract(part).setScale(6, RoundingMode.HALF_EVEN);
      }
      net = net.add(amount);
    }
    return "USD".equals(currency)
        ? net.multiply(Plain.DOLLAR).setScale(6, RoundingMode.HALF_EVEN)
        : net;
  }

  private static String topic(Event event) {
    EventId id = event.id();
    return id.stream().name().toLowerCase(Locale.ROOT);
  }

  private static int utf8(String a, String b) {
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hash(Event event) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(event.envelope().content().bytes());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
