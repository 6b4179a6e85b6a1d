package dev.kilde.profile.ingest;

import dev.kilde.core.event.ContactChanged;
import dev.kilde.core.event.Content;
import dev.kilde.core.event.Engaged;
import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.Envelope;
import dev.kilde.core.event.Event;
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
import dev.kilde.core.event.Trust;
import dev.kilde.schemas.Envelopes;
import dev.kilde.schemas.record.Cart;
import dev.kilde.schemas.record.ContactFields;
import dev.kilde.schemas.record.ContactUpdate;
import dev.kilde.schemas.record.Engagement;
import dev.kilde.schemas.record.Line;
import dev.kilde.schemas.record.Order;
import dev.kilde.schemas.record.PermissionChange;
import dev.kilde.schemas.record.PermissionEvidence;
import dev.kilde.schemas.record.Receipt;
import dev.kilde.schemas.record.TrackingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Translates wire records to core events; nothing behind this sees the wire. */
public final class Events {

  private Events() {}

  /**
   * The event a validated input record tells of; empty for records that are about no person.
   *
   * @param content the record's own wire form
   */
  public static Optional<Event> of(SpecificRecord input, Content content) {
    if (input instanceof TrackingEvent tracking) {
      return Optional.of(tracked(tracking, envelope(Stream.TRACKING, input, content)));
    }
    if (input instanceof Order order) {
      return Optional.of(order(order, envelope(Stream.ORDERS, input, content)));
    }
    if (input instanceof Receipt receipt) {
      return Optional.of(receipt(receipt, envelope(Stream.RECEIPTS, input, content)));
    }
    if (input instanceof ContactUpdate update) {
      return Optional.of(contact(update, envelope(Stream.CONTACTS, input, content)));
    }
    if (input instanceof PermissionChange change) {
      return Optional.of(permission(change, envelope(Stream.PERMISSIONS, input, content)));
    }
    if (input instanceof Engagement engagement) {
      return Optional.of(engaged(engagement, envelope(Stream.ENGAGEMENT, input, content)));
    }
    return Optional.empty();
  }

  private static Envelope envelope(Stream stream, SpecificRecord input, Content content) {
    return new Envelope(
        Envelopes.tenant(input),
        new EventId(stream, Envelopes.eventId(input)),
        Envelopes.occurredAt(input),
        identifiers(Envelopes.identifiers(input)),
        same(Trust.class, Envelopes.trust(input)),
        content);
  }

  /** Those given, in the form they are compared in; none where null. */
  static Identifiers identifiers(dev.kilde.schemas.record.@Nullable Identifiers identifiers) {
    if (identifiers == null) {
      return Identifiers.NONE;
    }
    List<Identifier> given = new ArrayList<>();
    add(given, IdentifierKind.CONTACT_ID, identifiers.getContactId());
    add(given, IdentifierKind.EMAIL, identifiers.getEmail());
    add(given, IdentifierKind.PHONE, identifiers.getPhone());
    add(given, IdentifierKind.LOYALTY_NUMBER, identifiers.getLoyaltyNumber());
    add(given, IdentifierKind.CARD_TOKEN, identifiers.getCardToken());
    add(given, IdentifierKind.DEVICE_ID, identifiers.getDeviceId());
    return Identifiers.of(given);
  }

  private static void add(List<Identifier> to, IdentifierKind kind, @Nullable String raw) {
    if (raw != null && !raw.isBlank()) {
      to.add(Identifier.of(kind, raw));
    }
  }

  private static Tracked tracked(TrackingEvent event, Envelope envelope) {
    return new Tracked(
        envelope,
        event.getName().name(),
        event.getProductId(),
        event.getCategory(),
        event.getBrand(),
        event.getPageType(),
        event.getSearchTerm(),
        event.getQuantity(),
        event.getPrice(),
        event.getCart() == null ? null : basket(event.getCart()));
  }

  private static Tracked.Basket basket(Cart cart) {
    return new Tracked.Basket(
        cart.getCartId(),
        cart.getLines().stream()
            .map(
                line ->
                    new Tracked.BasketLine(
                        line.getProductId(),
                        line.getCategory(),
                        line.getBrand(),
                        line.getQuantity(),
                        line.getPrice()))
            .toList());
  }

  private static OrderSnapshot order(Order order, Envelope envelope) {
    return new OrderSnapshot(
        envelope,
        order.getOrderId(),
        Objects.requireNonNullElse(order.getUpdatedAt(), envelope.occurredAt()),
        order.getPlacedAt(),
        same(OrderStatus.class, order.getStatus()),
        order.getCurrency(),
        lines(order.getLines()));
  }

  private static ReceiptSnapshot receipt(Receipt receipt, Envelope envelope) {
    return new ReceiptSnapshot(
        envelope,
        receipt.getStoreId(),
        receipt.getReceiptId(),
        receipt.getSoldAt(),
        receipt.getCurrency(),
        lines(receipt.getLines()),
        receipt.getReturnOf());
  }

  private static List<PurchaseLine> lines(List<Line> lines) {
    return lines.stream()
        .map(
            line ->
                new PurchaseLine(
                    line.getLineId(),
                    line.getProductId(),
                    line.getCategory(),
                    line.getBrand(),
                    line.getQuantity(),
                    line.getAmount(),
                    line.getReturnedQuantity(),
                    line.getStatus()))
        .toList();
  }

  private static ContactChanged contact(ContactUpdate update, Envelope envelope) {
    ContactFields fields = update.getFields();
    return new ContactChanged(
        envelope,
        fields.getFirstName(),
        fields.getLastName(),
        fields.getBirthDate(),
        fields.getCountry(),
        fields.getLanguage(),
        fields.getTimeZone(),
        fields.getCity(),
        fields.getPostalCode(),
        fields.getCustomerGroups(),
        fields.getInterests(),
        fields.getAttributes());
  }

  private static PermissionChanged permission(PermissionChange change, Envelope envelope) {
    PermissionStatus status = same(PermissionStatus.class, change.getStatus());
    return new PermissionChanged(
        envelope,
        change.getChannel().name(),
        change.getPurpose(),
        status,
        isConfirmed(change, status));
  }

  /** Filling in the form begins a sign-up; any other action a grant names last completed it. */
  private static boolean isConfirmed(PermissionChange change, PermissionStatus status) {
    PermissionEvidence evidence = change.getEvidence();
    String action = evidence == null ? null : evidence.getFinalAction();
    return status == PermissionStatus.GRANTED
        && action != null
        && !action.isBlank()
        && !action.strip().equals("form_submitted");
  }

  private static Engaged engaged(Engagement engagement, Envelope envelope) {
    return new Engaged(
        envelope,
        engagement.getChannel() == null ? "email" : engagement.getChannel().name(),
        same(EngagementKind.class, engagement.getKind()),
        engagement.getMessageId(),
        Boolean.TRUE.equals(engagement.getMachine()));
  }

  /** The core's constant of the same name; validation has refused everything else. */
  private static <E extends Enum<E>> E same(Class<E> type, Enum<?> wire) {
    return Enum.valueOf(type, wire.name().toUpperCase(Locale.ROOT));
  }
}
