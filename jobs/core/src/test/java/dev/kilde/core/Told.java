package dev.kilde.core;

import dev.kilde.core.event.ContactChanged;
import dev.kilde.core.event.Content;
import dev.kilde.core.event.Engaged;
import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.Envelope;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Identifiers;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.PermissionChanged;
import dev.kilde.core.event.PermissionStatus;
import dev.kilde.core.event.PurchaseLine;
import dev.kilde.core.event.ReceiptSnapshot;
import dev.kilde.core.event.Stream;
import dev.kilde.core.event.Tracked;
import dev.kilde.core.event.Tracked.Basket;
import dev.kilde.core.event.Tracked.BasketLine;
import dev.kilde.core.event.Trust;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a shop tells of somebody: short spellings of events for stories.
 *
 * @param by whom it names
 * @param trust how far that can be relied on
 */
public record Told(String tenant, Identifiers by, Trust trust) {

  /** Told as stated. */
  public Told(String tenant, Identifiers by) {
    this(tenant, by, Trust.STATED);
  }

  /** The first midnight of every story. */
  public static final Instant START = Instant.parse("2024-03-01T00:00:00Z");

  /** Told of one person. */
  public static Told of(Identifier... identifiers) {
    return new Told("shop", Identifiers.of(List.of(identifiers)));
  }

  /** Told of whoever has this e-mail address. */
  public static Told ofEmail(String address) {
    return of(Identifier.of(IdentifierKind.EMAIL, address));
  }

  /** The same, by a source of another trust. */
  public Told as(Trust other) {
    return new Told(tenant, by, other);
  }

  /** So many minutes into the story. */
  public static Instant minute(long minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  /** So many days into the story. */
  public static Instant day(long days) {
    return START.plus(Duration.ofDays(days));
  }

  public static PurchaseLine line(String product, String quantity, String amount) {
    return line(product, quantity, amount, null);
  }

  public static PurchaseLine line(
      String product, @Nullable String quantity, @Nullable String amount, @Nullable String back) {
    return new PurchaseLine(
        null, product, null, null, decimal(quantity), decimal(amount), decimal(back), null);
  }

  public static BasketLine inCart(String product, String quantity, String price) {
    return new BasketLine(product, null, null, decimal(quantity), decimal(price));
  }

  public Tracked viewed(String id, Instant at, String product) {
    return tracked(id, at, "product_viewed", product, null, null);
  }

  public Tracked cartAdded(String id, Instant at, String product, @Nullable String quantity) {
    return tracked(id, at, "cart_added", product, quantity, null);
  }

  public Tracked cartRemoved(String id, Instant at, String product, @Nullable String quantity) {
    return tracked(id, at, "cart_removed", product, quantity, null);
  }

  public Tracked cart(String id, Instant at, String cartId, BasketLine... lines) {
    return tracked(id, at, "cart_updated", null, null, new Basket(cartId, List.of(lines)));
  }

  public Tracked tracked(
      String id,
      Instant at,
      String name,
      @Nullable String product,
      @Nullable String quantity,
      @Nullable Basket cart) {
    return new Tracked(
        envelope(Stream.TRACKING, id, at, name, product, quantity, cart),
        name,
        product,
        null,
        null,
        null,
        null,
        decimal(quantity),
        null,
        cart);
  }

  /** A snapshot taken when it occurred, of an order placed at that time. */
  public OrderSnapshot order(
      String id, Instant at, String orderId, OrderStatus status, PurchaseLine... lines) {
    return order(id, at, at, at, orderId, status, lines);
  }

  public OrderSnapshot order(
      String id,
      Instant at,
      Instant updatedAt,
      Instant placedAt,
      String orderId,
      OrderStatus status,
      PurchaseLine... lines) {
    return order(id, at, updatedAt, placedAt, orderId, status, null, lines);
  }

  public OrderSnapshot order(
      String id,
      Instant at,
      Instant updatedAt,
      Instant placedAt,
      String orderId,
      OrderStatus status,
      @Nullable String currency,
      PurchaseLine... lines) {
    return new OrderSnapshot(
        envelope(
            Stream.ORDERS,
            id,
            at,
            updatedAt,
            placedAt,
            orderId,
            status,
            currency,
            Arrays.asList(lines)),
        orderId,
        updatedAt,
        placedAt,
        status,
        currency,
        List.of(lines));
  }

  /** A receipt of the store {@code nord}, sold when it occurred. */
  public ReceiptSnapshot receipt(String id, Instant at, String receiptId, PurchaseLine... lines) {
    return receipt(id, at, at, "nord", receiptId, null, null, lines);
  }

  /** A receipt of the store {@code nord} that gives goods of another one back. */
  public ReceiptSnapshot returned(
      String id, Instant at, String receiptId, String returnOf, PurchaseLine... lines) {
    return receipt(id, at, at, "nord", receiptId, returnOf, null, lines);
  }

  public ReceiptSnapshot receipt(
      String id,
      Instant at,
      Instant soldAt,
      String storeId,
      String receiptId,
      @Nullable String returnOf,
      @Nullable String currency,
      PurchaseLine... lines) {
    return new ReceiptSnapshot(
        envelope(
            Stream.RECEIPTS,
            id,
            at,
            soldAt,
            storeId,
            receiptId,
            returnOf,
            currency,
            Arrays.asList(lines)),
        storeId,
        receiptId,
        soldAt,
        currency,
        List.of(lines),
        returnOf);
  }

  public PermissionChanged said(
      String id, Instant at, String channel, String purpose, PermissionStatus status) {
    return new PermissionChanged(
        envelope(Stream.PERMISSIONS, id, at, channel, purpose, status),
        channel,
        purpose,
        status,
        false);
  }

  /** A grant with proof of what completed the sign-up. */
  public PermissionChanged confirmed(String id, Instant at, String channel, String purpose) {
    PermissionStatus granted = PermissionStatus.GRANTED;
    return new PermissionChanged(
        envelope(Stream.PERMISSIONS, id, at, channel, purpose, granted, "confirmed"),
        channel,
        purpose,
        granted,
        true);
  }

  public Engaged engaged(String id, Instant at, String channel, EngagementKind kind) {
    return engaged(id, at, channel, kind, false);
  }

  public Engaged engaged(
      String id, Instant at, String channel, EngagementKind kind, boolean machine) {
    return engaged(id, at, channel, kind, null, machine);
  }

  public Engaged engaged(
      String id,
      Instant at,
      String channel,
      EngagementKind kind,
      @Nullable String messageId,
      boolean machine) {
    return new Engaged(
        envelope(Stream.ENGAGEMENT, id, at, channel, kind, messageId, machine),
        channel,
        kind,
        messageId,
        machine);
  }

  /** Contact data that names a country, a postal code, interests and free attributes. */
  public ContactChanged contact(
      String id,
      Instant at,
      @Nullable String country,
      @Nullable String postalCode,
      @Nullable List<String> interests,
      Map<String, String> attributes) {
    return new ContactChanged(
        envelope(Stream.CONTACTS, id, at, country, postalCode, interests, attributes.toString()),
        null,
        null,
        null,
        country,
        null,
        null,
        null,
        postalCode,
        null,
        interests,
        attributes);
  }

  private Envelope envelope(Stream stream, String id, Instant at, @Nullable Object... rest) {
    String everything = tenant + by + trust + stream + id + at + Arrays.asList(rest);
    return new Envelope(
        tenant,
        new EventId(stream, id),
        at,
        by,
        trust,
        Content.of(everything.getBytes(StandardCharsets.UTF_8)));
  }

  private static @Nullable BigDecimal decimal(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
