package dev.kilde.local.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.schemas.record.Cart;
import dev.kilde.schemas.record.CartLine;
import dev.kilde.schemas.record.Engagement;
import dev.kilde.schemas.record.EngagementKind;
import dev.kilde.schemas.record.Identifiers;
import dev.kilde.schemas.record.Line;
import dev.kilde.schemas.record.Order;
import dev.kilde.schemas.record.OrderStatus;
import dev.kilde.schemas.record.PermissionChange;
import dev.kilde.schemas.record.PermissionStatus;
import dev.kilde.schemas.record.Receipt;
import dev.kilde.schemas.record.TrackingEvent;
import dev.kilde.schemas.record.TrackingName;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What happens in the shop makes sense: one shop, looked at from many sides. */
class ShopStoriesTest {

  private static final List<ShopEvent> EVENTS = new ArrayList<>();

  static {
    new SampleShop(ShopOptions.DEFAULT.withPeople(1_200)).forEach(EVENTS::add);
  }

  @Test
  void everything_that_can_happen_happens() {
    assertThat(values(TrackingEvent.class, TrackingEvent::getName))
        .isEqualTo(
            EnumSet.complementOf(
                EnumSet.of(TrackingName.cart_updated, TrackingName.custom, TrackingName.unknown)));
    assertThat(values(Order.class, Order::getStatus))
        .isEqualTo(EnumSet.complementOf(EnumSet.of(OrderStatus.unknown)));
    assertThat(values(PermissionChange.class, PermissionChange::getStatus))
        .isEqualTo(EnumSet.complementOf(EnumSet.of(PermissionStatus.unknown)));
    assertThat(values(Engagement.class, Engagement::getKind))
        .contains(
            EngagementKind.sent,
            EngagementKind.delivered,
            EngagementKind.opened,
            EngagementKind.clicked,
            EngagementKind.soft_bounced,
            EngagementKind.hard_bounced,
            EngagementKind.unsubscribed,
            EngagementKind.complained);
    assertThat(all(Engagement.class)).anyMatch(e -> Boolean.TRUE.equals(e.getMachine()));
    assertThat(all(Receipt.class)).anyMatch(receipt -> receipt.getReturnOf() != null);
  }

  @Test
  void an_order_only_ever_moves_forward() {
    Map<OrderStatus, Set<OrderStatus>> next =
        Map.of(
            OrderStatus.placed, Set.of(OrderStatus.paid, OrderStatus.payment_rejected),
            OrderStatus.paid, Set.of(OrderStatus.shipped, OrderStatus.cancelled),
            OrderStatus.shipped, Set.of(OrderStatus.delivered),
            OrderStatus.delivered, Set.of(OrderStatus.partially_returned, OrderStatus.returned),
            OrderStatus.partially_returned,
                Set.of(OrderStatus.partially_returned, OrderStatus.returned),
            OrderStatus.payment_rejected, Set.of(),
            OrderStatus.cancelled, Set.of(),
            OrderStatus.returned, Set.of());
    Map<String, Order> newest = new HashMap<>();
    for (Order order : all(Order.class)) {
      Order before = newest.put(order.getOrderId(), order);
      if (before == null) {
        assertThat(order.getStatus()).isEqualTo(OrderStatus.placed);
        assertThat(order.getPlacedAt()).isEqualTo(order.getOccurredAt());
      } else {
        assertThat(next.get(before.getStatus())).contains(order.getStatus());
        assertThat(order.getUpdatedAt()).isAfter(before.getUpdatedAt());
        assertThat(order.getPlacedAt()).isEqualTo(before.getPlacedAt());
        Identifiers who = Identifiers.newBuilder(before.getIdentifiers()).build();
        who.setDeviceId(null);
        assertThat(order.getIdentifiers()).isEqualTo(who);
      }
      assertThat(order.getTotal()).isEqualByComparingTo(sum(order.getLines()));
    }
  }

  @Test
  void an_order_never_gets_back_more_than_it_sent() {
    for (Order order : all(Order.class)) {
      BigDecimal bought = BigDecimal.ZERO;
      BigDecimal back = BigDecimal.ZERO;
      for (Line line : order.getLines()) {
        assertThat(line.getQuantity()).isPositive();
        BigDecimal returned =
            line.getReturnedQuantity() == null ? BigDecimal.ZERO : line.getReturnedQuantity();
        assertThat(returned).isLessThanOrEqualTo(line.getQuantity());
        bought = bought.add(line.getQuantity());
        back = back.add(returned);
      }
      switch (order.getStatus()) {
        case returned -> assertThat(back).isEqualByComparingTo(bought);
        case partially_returned -> assertThat(back).isPositive().isLessThan(bought);
        default -> assertThat(back).isZero();
      }
    }
  }

  @Test
  void a_store_never_takes_back_more_than_it_sold() {
    Map<String, BigDecimal> out = new HashMap<>();
    for (Receipt receipt : all(Receipt.class)) {
      String original =
          receipt.getReturnOf() == null ? receipt.getReceiptId() : receipt.getReturnOf();
      assertThat(receipt.getTotal()).isEqualByComparingTo(sum(receipt.getLines()));
      for (Line line : receipt.getLines()) {
        int sign = receipt.getReturnOf() == null ? 1 : -1;
        assertThat(line.getQuantity().signum()).isEqualTo(sign);
        assertThat(line.getAmount().signum()).isEqualTo(sign);
        String place = receipt.getStoreId() + "/" + original + "/" + line.getProductId();
        assertThat(out.merge(place, line.getQuantity(), BigDecimal::add)).isNotNegative();
      }
    }
  }

  @Test
  void carts_add_up() {
    Map<String, Map<String, BigDecimal>> carts = new HashMap<>();
    for (TrackingEvent event : all(TrackingEvent.class)) {
      Cart cart = event.getCart();
      if (cart != null) {
        Map<String, BigDecimal> before = carts.getOrDefault(cart.getCartId(), Map.of());
        Map<String, BigDecimal> after = new TreeMap<>(before);
        if (event.getName() == TrackingName.cart_added) {
          after.merge(event.getProductId(), event.getQuantity(), BigDecimal::add);
        } else if (event.getName() == TrackingName.cart_removed) {
          assertThat(after.remove(event.getProductId())).isEqualByComparingTo(event.getQuantity());
        }
        Map<String, BigDecimal> told = pieces(cart);
        assertThat(told).isEqualTo(after);
        carts.put(cart.getCartId(), told);
      }
    }
    assertThat(carts).hasSizeGreaterThan(100);
  }

  @Test
  void an_order_holds_what_was_in_the_cart_at_the_checkout() {
    Map<Integer, Map<String, BigDecimal>> checkouts = new HashMap<>();
    for (ShopEvent shopEvent : EVENTS) {
      if (shopEvent.event() instanceof TrackingEvent event
          && event.getName() == TrackingName.checkout_started) {
        checkouts.put(Author.of(shopEvent), pieces(event.getCart()));
      } else if (shopEvent.event() instanceof Order order
          && order.getStatus() == OrderStatus.placed) {
        assertThat(
                order.getLines().stream()
                    .collect(Collectors.toMap(Line::getProductId, Line::getQuantity)))
            .isEqualTo(checkouts.get(Author.of(shopEvent)));
      }
    }
  }

  @Test
  void nobody_gets_a_newsletter_without_permission() {
    Map<String, Boolean> permitted = new HashMap<>();
    for (ShopEvent shopEvent : EVENTS) {
      if (shopEvent.event() instanceof PermissionChange change
          && change.getPurpose().equals("newsletter")) {
        permitted.put(
            change.getIdentifiers().getEmail(), change.getStatus() == PermissionStatus.granted);
      } else if (shopEvent.event() instanceof Engagement engagement
          && engagement.getKind() == EngagementKind.sent
          && engagement.getMessageId().startsWith("news-")) {
        assertThat(permitted).containsEntry(engagement.getIdentifiers().getEmail(), true);
      } else if (shopEvent.event() instanceof Engagement engagement
          && Set.of(
                  EngagementKind.complained,
                  EngagementKind.unsubscribed,
                  EngagementKind.hard_bounced)
              .contains(engagement.getKind())) {
        permitted.put(engagement.getIdentifiers().getEmail(), false);
      }
    }
  }

  @Test
  void a_mail_is_sent_before_it_is_delivered_and_delivered_before_it_is_opened() {
    Map<String, Set<EngagementKind>> mails = new HashMap<>();
    for (Engagement engagement : all(Engagement.class)) {
      Set<EngagementKind> so =
          mails.computeIfAbsent(
              engagement.getMessageId(), id -> EnumSet.noneOf(EngagementKind.class));
      switch (engagement.getKind()) {
        case sent -> assertThat(so).isEmpty();
        case delivered, soft_bounced, hard_bounced ->
            assertThat(so).containsExactly(EngagementKind.sent);
        case clicked -> assertThat(so).contains(EngagementKind.opened);
        default -> assertThat(so).contains(EngagementKind.delivered);
      }
      so.add(engagement.getKind());
    }
  }

  @Test
  void evenings_are_lively_and_nights_are_quiet() {
    Map<Integer, Long> hours =
        all(TrackingEvent.class).stream()
            .map(event -> ZonedDateTime.ofInstant(event.getOccurredAt(), Rhythm.ZONE).getHour())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(hours.get(20)).isGreaterThan(10 * hours.getOrDefault(3, 0L));
  }

  @Test
  void stores_are_closed_at_night() {
    for (Receipt receipt : all(Receipt.class)) {
      assertThat(receipt.getSoldAt().atZone(Rhythm.ZONE).getHour()).isBetween(10, 18);
    }
  }

  private static <R, V> Set<V> values(Class<R> kind, Function<R, V> value) {
    return all(kind).stream().map(value).collect(Collectors.toSet());
  }

  private static <R> List<R> all(Class<R> kind) {
    return EVENTS.stream().map(ShopEvent::event).filter(kind::isInstance).map(kind::cast).toList();
  }

  private static BigDecimal sum(List<Line> lines) {
    return lines.stream().map(Line::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Map<String, BigDecimal> pieces(Cart cart) {
    return cart.getLines().stream()
        .collect(
            Collectors.toMap(
                CartLine::getProductId, CartLine::getQuantity, (a, b) -> b, TreeMap::new));
  }
}
