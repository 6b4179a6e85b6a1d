package dev.kilde.local.shop;

import dev.kilde.schemas.record.Identifiers;
import dev.kilde.schemas.record.Order;
import dev.kilde.schemas.record.OrderStatus;
import dev.kilde.schemas.record.Shipping;
import dev.kilde.schemas.record.TrackingName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person's orders and the course each takes: every change of status is a new snapshot of the
 * whole order.
 */
final class Orders {

  private static final LocalTime WAREHOUSE_OPENS = LocalTime.of(8, 0);
  private static final LocalTime VANS_LEAVE = LocalTime.of(9, 0);

  private final Person person;
  private final Dice dice;
  private final Agenda agenda;
  private final Scribe scribe;
  private final Mail mail;
  private final Belongings belongings;
  private final SiteScript script;
  private int count;

  Orders(
      Person person,
      Dice dice,
      Agenda agenda,
      Scribe scribe,
      Mail mail,
      Belongings belongings,
      SiteScript script) {
    this.person = person;
    this.dice = dice;
    this.agenda = agenda;
    this.scribe = scribe;
    this.mail = mail;
    this.belongings = belongings;
    this.script = script;
  }

  /**
   * Places an order now and plans its course.
   *
   * @param who as whom, with the device
   * @return false if its payment is going to be rejected
   */
  boolean place(Instant now, Identifiers who, Map<Article, Integer> pieces) {
    String orderId = String.format(Locale.ROOT, "%07d-%03d", person.number(), ++count);
    Course course = new Course(orderId, now, who, new Purchase(pieces));
    course.snapshot(now, OrderStatus.placed, "open");
    course.leaveDevice();
    if (dice.chance(0.05)) {
      agenda.plan(
          now.plus(seconds(4, 40)),
          then -> course.snapshot(then, OrderStatus.payment_rejected, "open"));
      return false;
    }
    mail.send(
        now.plus(seconds(1, 20)),
        "order-" + orderId,
        null,
        new Mail.Appeal(0.8, 0),
        opened -> {},
        clicked -> {});
    agenda.plan(now.plus(seconds(3, 60)), course::pay);
    return true;
  }

  private Duration seconds(int least, int most) {
    return dice.between(Duration.ofSeconds(least), Duration.ofSeconds(most));
  }

  /** One order on its way. */
  private final class Course {

    private final String orderId;
    private final Instant placedAt;
    private final Identifiers who;
    private final Purchase purchase;
    private @Nullable Instant shippedAt;
    private @Nullable Instant deliveredAt;

    Course(String orderId, Instant placedAt, Identifiers who, Purchase purchase) {
      this.orderId = orderId;
      this.placedAt = placedAt;
      this.who = who;
      this.purchase = purchase;
    }

    /** The shop's books, which tell of the rest, know no devices. */
    private void leaveDevice() {
      who.setDeviceId(null);
    }

    private void pay(Instant now) {
      snapshot(now, OrderStatus.paid, "open");
      if (dice.chance(0.03)) {
        Duration regret = dice.between(Duration.ofMinutes(5), Duration.ofHours(6));
        agenda.plan(now.plus(regret), then -> snapshot(then, OrderStatus.cancelled, "cancelled"));
      } else {
        LocalDate day = Rhythm.workingDayAfter(Rhythm.day(now));
        agenda.plan(Rhythm.at(day, WAREHOUSE_OPENS).plus(seconds(0, 6 * 3_600)), this::ship);
      }
    }

    private void ship(Instant now) {
      shippedAt = now;
      snapshot(now, OrderStatus.shipped, "shipped");
      LocalDate day = Rhythm.workingDayAfter(Rhythm.day(now).plusDays(dice.weighted(60, 30, 10)));
      agenda.plan(Rhythm.at(day, VANS_LEAVE).plus(seconds(0, 8 * 3_600)), this::deliver);
    }

    private void deliver(Instant now) {
      deliveredAt = now;
      snapshot(now, OrderStatus.delivered, "delivered");
      if (dice.chance(person.persona().returns)) {
        planReturn(now);
      } else if (dice.chance(0.15)) {
        Instant writes = now.plus(dice.between(Duration.ofDays(2), Duration.ofDays(12)));
        agenda.plan(writes, this::review);
      }
    }

    private void planReturn(Instant now) {
      agenda.plan(
          now.plus(dice.between(Duration.ofDays(2), Duration.ofDays(10))),
          then -> {
            if (purchase.takeBack(dice).isEmpty()) {
              return;
            }
            if (purchase.isReturned()) {
              snapshot(then, OrderStatus.returned, "returned");
            } else {
              snapshot(then, OrderStatus.partially_returned, "delivered");
              if (dice.chance(0.25)) {
                planReturn(then);
              }
            }
          });
    }

    /** Follows the personal link in a mail that asks for it. */
    private void review(Instant now) {
      String device = belongings.deviceAt(now, dice);
      Article article = dice.pick(purchase.items()).article;
      scribe.write(
          script
              .fromMail(now, TrackingName.review_submitted, device, "product", article.path())
              .setProductId(article.productId())
              .setCategory(article.category())
              .setBrand(article.brand())
              .setProperties(Map.of("rating", String.valueOf(1 + dice.weighted(4, 5, 12, 34, 45))))
              .build());
    }

    private void snapshot(Instant now, OrderStatus status, String lineStatus) {
      Order order =
          scribe
              .order(now, Identifiers.newBuilder(who).build())
              .setOrderId(orderId)
              .setPlacedAt(placedAt)
              .setStatus(status)
              .setTotal(purchase.total())
              .setLines(purchase.lines(lineStatus))
              .setShipping(
                  Shipping.newBuilder()
                      .setCountry(person.home().country())
                      .setPromisedAt(placedAt.plus(Duration.ofDays(5)))
                      .setShippedAt(shippedAt)
                      .setDeliveredAt(deliveredAt)
                      .build())
              .build();
      scribe.write(order);
    }
  }
}
