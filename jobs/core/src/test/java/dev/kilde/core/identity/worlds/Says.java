package dev.kilde.core.identity.worlds;

import dev.kilde.core.Told;
import dev.kilde.core.event.ContactChanged;
import dev.kilde.core.event.Content;
import dev.kilde.core.event.Engaged;
import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.Envelope;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.Identifiers;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.PermissionChanged;
import dev.kilde.core.event.PermissionStatus;
import dev.kilde.core.event.PurchaseLine;
import dev.kilde.core.event.ReceiptSnapshot;
import dev.kilde.core.event.Tracked;
import dev.kilde.core.event.Trust;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a source says under some identifiers, and how far it can be relied on.
 *
 * @param by under which identifiers
 */
public record Says(Identifiers by, Trust trust) {

  /** Stated under these. */
  public static Says under(Identifier... identifiers) {
    return new Says(Identifiers.of(List.of(identifiers)), Trust.STATED);
  }

  /** The same, inferred. */
  public Says inferred() {
    return new Says(by, Trust.INFERRED);
  }

  /** A product was looked at. */
  public Event viewed(String id, Instant at, String product) {
    return trusted(told().viewed(id, at, product));
  }

  /** Signed in: a tracked event that concerns no product. */
  public Event signedIn(String id, Instant at) {
    return trusted(told().tracked(id, at, "signed_in", null, null, null));
  }

  /** A mail or message was clicked. */
  public Event clicked(String id, Instant at, String channel) {
    return trusted(told().engaged(id, at, channel, EngagementKind.CLICKED));
  }

  /** Consent to the newsletter was given. */
  public Event granted(String id, Instant at) {
    return trusted(told().said(id, at, "email", "newsletter", PermissionStatus.GRANTED));
  }

  /** Contact data: the size worn. */
  public Event wears(String id, Instant at, String size) {
    return trusted(told().contact(id, at, null, null, null, Map.of("size", size)));
  }

  /** A snapshot of an order of one tent. */
  public Event order(String id, Instant at, Instant updatedAt, String orderId, OrderStatus status) {
    return trusted(told().order(id, at, updatedAt, Told.START, orderId, status, tent("1", "100")));
  }

  /** A receipt of one tent. */
  public Event receipt(String id, Instant at, String receiptId) {
    return trusted(told().receipt(id, at, receiptId, tent("1", "100")));
  }

  /** A receipt by which the tent of another one comes back. */
  public Event returned(String id, Instant at, String receiptId, String returnOf) {
    return trusted(told().returned(id, at, receiptId, returnOf, tent("-1", "-100")));
  }

  private static PurchaseLine tent(String quantity, String amount) {
    return Told.line("tent", quantity, amount);
  }

  private Told told() {
    return new Told(Chain.TENANT, by);
  }

  private Event trusted(Event event) {
    if (trust == Trust.STATED) {
      return event;
    }
    if (event instanceof Tracked e) {
      return new Tracked(
          of(e),
          e.name(),
          e.productId(),
          e.category(),
          e.brand(),
          e.pageType(),
          e.searchTerm(),
          e.quantity(),
          e.price(),
          e.cart());
    }
    if (event instanceof Engaged e) {
      return new Engaged(of(e), e.channel(), e.kind(), e.messageId(), e.machine());
    }
    if (event instanceof PermissionChanged e) {
      return new PermissionChanged(of(e), e.channel(), e.purpose(), e.status(), e.confirmed());
    }
    if (event instanceof OrderSnapshot e) {
      return new OrderSnapshot(
          of(e), e.orderId(), e.updatedAt(), e.placedAt(), e.status(), e.currency(), e.lines());
    }
    if (event instanceof ReceiptSnapshot e) {
      return new ReceiptSnapshot(
          of(e), e.storeId(), e.receiptId(), e.soldAt(), e.currency(), e.lines(), e.returnOf());
    }
    ContactChanged e = (ContactChanged) event;
    return new ContactChanged(
        of(e),
        e.firstName(),
        e.lastName(),
        e.birthDate(),
        e.country(),
        e.language(),
        e.timeZone(),
        e.city(),
        e.postalCode(),
        e.customerGroups(),
        e.interests(),
        e.attributes());
  }

  private Envelope of(Event event) {
    Envelope stated = event.envelope();
    byte[] bytes = stated.content().bytes();
    byte[] both =
        ByteBuffer.allocate(bytes.length + 1).put(bytes).put((byte) trust.name().charAt(0)).array();
    return new Envelope(
        stated.tenant(), stated.id(), stated.occurredAt(), by, trust, Content.of(both));
  }
}
