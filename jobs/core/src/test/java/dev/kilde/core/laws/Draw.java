package dev.kilde.core.laws;

import dev.kilde.core.Told;
import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.PermissionStatus;
import dev.kilde.core.event.PurchaseLine;
import dev.kilde.core.event.Tracked.Basket;
import dev.kilde.core.event.Tracked.BasketLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Draws one event from one number. Everything comes from small domains, so that events meet: two at
 * one instant, two contents under one id, snapshots of one order, returns of one receipt.
 */
final class Draw {

  /** Of which UTF-16 and UTF-8 disagree on the order. */
  private static final String[] IDS = {"a", "b", "c", "\uFF5E", "\uD83D\uDE00"};

  private static final String[] PRODUCTS = {"tent", "lamp", "mat"};

  private final SplittableRandom random;

  private Draw(long seed) {
    random = new SplittableRandom(seed);
  }

  static Event event(long seed) {
    return new Draw(seed).event();
  }

  private Event event() {
    Told told = new Told("shop", identifiers());
    Instant at =
        Told.START.plus(Duration.ofHours(6L * random.nextInt(40))).plusMillis(random.nextInt(2));
    String id = of(IDS);
    return switch (random.nextInt(10)) {
      case 0, 1 -> tracked(told, id, at);
      case 2, 3 -> cart(told, id, at);
      case 4 -> engaged(told, id, at);
      case 5 ->
          told.said(id, at, of("email", "sms", "push"), purpose(), of(PermissionStatus.values()));
      case 6 -> contact(told, id, at);
      case 7, 8 -> order(told, id, at);
      default -> receipt(told, id, at);
    };
  }

  private dev.kilde.core.event.Identifiers identifiers() {
    List<Identifier> all = new ArrayList<>();
    for (IdentifierKind kind : IdentifierKind.values()) {
      if (random.nextInt(3) == 0) {
        all.add(Identifier.of(kind, of("x@a.dk", "y@a.dk", "z@a.dk")));
      }
    }
    return dev.kilde.core.event.Identifiers.of(all);
  }

  private Event tracked(Told told, String id, Instant at) {
    String name = of("product_viewed", "product_viewed", "page_viewed", "searched");
    return told.tracked(id, at, name, maybe(of(PRODUCTS)), null, null);
  }

  private Event cart(Told told, String id, Instant at) {
    if (random.nextInt(3) > 0) {
      String quantity = maybe(of("1", "2", "0", "-1"));
      return random.nextBoolean()
          ? told.cartAdded(id, at, of(PRODUCTS), quantity)
          : told.cartRemoved(id, at, of(PRODUCTS), quantity);
    }
    List<BasketLine> lines = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      lines.add(
          new BasketLine(
              maybe(of(PRODUCTS)),
              maybe("outdoor"),
              null,
              decimal(maybe(of("1", "2", "0"))),
              decimal(maybe("9.95"))));
    }
    String name = of("cart_added", "cart_removed", "cart_updated", "checkout_started");
    return told.tracked(
        id, at, name, maybe(of(PRODUCTS)), null, new Basket(maybe(of("c1", "c2")), lines));
  }

  /** What decides is kept for ever: two contents of one id are kept equally long. */
  private Event engaged(Told told, String id, Instant at) {
    String channel = of("email", "sms", "push");
    boolean decides = random.nextInt(2) == 0;
    EngagementKind kind =
        decides
            ? of(
                EngagementKind.HARD_BOUNCED, EngagementKind.UNSUBSCRIBED, EngagementKind.COMPLAINED)
            : of(EngagementKind.OPENED, EngagementKind.CLICKED, EngagementKind.DELIVERED);
    return told.engaged(
        (decides ? "decides-" : "") + id, at, channel, kind, random.nextInt(4) == 0);
  }

  private Event contact(Told told, String id, Instant at) {
    return told.contact(
        id,
        at,
        maybe(of("DK", "SE")),
        maybe("8000"),
        random.nextBoolean() ? null : List.of(of("hiking", "fishing")),
        random.nextBoolean() ? Map.of() : Map.of(of("size", "club"), of("1", "2")));
  }

  private Event order(Told told, String id, Instant at) {
    Instant updatedAt = Told.day(random.nextInt(4));
    Instant placedAt = Told.START.plus(Duration.ofHours(6L * random.nextInt(40)));
    return told.order(
        id,
        at,
        updatedAt,
        placedAt,
        of("o1", "o2"),
        of(OrderStatus.values()),
        maybe(of("USD", "DKK")),
        lines(false));
  }

  private Event receipt(Told told, String id, Instant at) {
    boolean back = random.nextInt(3) == 0;
    return told.receipt(
        id,
        at,
        at.minus(Duration.ofHours(random.nextInt(3))),
        of("s", "s2"),
        back ? of("b1", "b2") : of("r1", "r2"),
        back ? of("r1", "r2", "b1") : null,
        maybe("USD"),
        lines(back));
  }

  private PurchaseLine[] lines(boolean back) {
    PurchaseLine[] lines = new PurchaseLine[random.nextInt(4)];
    for (int i = 0; i < lines.length; i++) {
      String sign = back || random.nextInt(6) == 0 ? "-" : "";
      String quantity = maybe(of("0", "1", "2", "3"));
      String amount = maybe(of("10", "33.33", "0.05"));
      lines[i] =
          new PurchaseLine(
              maybe("l1"),
              maybe(of(PRODUCTS)),
              maybe(of("a", "a/b")),
              maybe("Nordisk"),
              decimal(quantity == null ? null : sign + quantity),
              decimal(amount == null ? null : sign + amount),
              decimal(maybe(of("0", "1", "2"))),
              null);
    }
    return lines;
  }

  private String purpose() {
    return of("marketing", "newsletter", "profiling");
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  private <T> T of(T... some) {
    return some[random.nextInt(some.length)];
  }

  private @Nullable String maybe(String value) {
    return random.nextInt(3) == 0 ? null : value;
  }

  private static @Nullable BigDecimal decimal(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
