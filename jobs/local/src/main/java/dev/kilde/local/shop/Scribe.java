package dev.kilde.local.shop;

import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.ContactFields;
import dev.kilde.schemas.record.ContactUpdate;
import dev.kilde.schemas.record.Engagement;
import dev.kilde.schemas.record.EngagementChannel;
import dev.kilde.schemas.record.EngagementKind;
import dev.kilde.schemas.record.Identifiers;
import dev.kilde.schemas.record.Order;
import dev.kilde.schemas.record.PermissionChange;
import dev.kilde.schemas.record.PrivacyKind;
import dev.kilde.schemas.record.PrivacyRequest;
import dev.kilde.schemas.record.Receipt;
import dev.kilde.schemas.record.TrackingEvent;
import dev.kilde.schemas.record.TrackingName;
import dev.kilde.schemas.record.Trust;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes down what one person does: begins records with the envelope filled in and hands finished
 * ones on. Event ids are {@code e}, the person's number, {@code -}, a counter.
 */
final class Scribe {

  private final String tenant;
  private final Person person;
  private final Consumer<ShopEvent> out;
  private int written;

  Scribe(String tenant, Person person, Consumer<ShopEvent> out) {
    this.tenant = tenant;
    this.person = person;
    this.out = out;
  }

  TrackingEvent.Builder tracking(Instant at, TrackingName name, Identifiers who, Trust trust) {
    return TrackingEvent.newBuilder()
        .setTenant(tenant)
        .setEventId(nextId())
        .setOccurredAt(at)
        .setIdentifiers(who)
        .setTrust(trust)
        .setName(name)
        .setCountry(person.home().country());
  }

  Order.Builder order(Instant at, Identifiers who) {
    return Order.newBuilder()
        .setTenant(tenant)
        .setEventId(nextId())
        .setOccurredAt(at)
        .setUpdatedAt(at)
        .setIdentifiers(who)
        .setTrust(Trust.verified)
        .setCurrency(Assortment.CURRENCY);
  }

  Receipt.Builder receipt(Instant at, Till.Buyer buyer) {
    return Receipt.newBuilder()
        .setTenant(tenant)
        .setEventId(nextId())
        .setOccurredAt(at)
        .setSoldAt(at)
        .setIdentifiers(buyer.copy())
        .setTrust(buyer.trust())
        .setCurrency(Assortment.CURRENCY);
  }

  ContactUpdate.Builder contact(Instant at, Identifiers who, ContactFields fields) {
    return ContactUpdate.newBuilder()
        .setTenant(tenant)
        .setEventId(nextId())
        .setOccurredAt(at)
        .setIdentifiers(who)
        .setTrust(Trust.stated)
        .setFields(fields);
  }

  PermissionChange.Builder permission(Instant at, Identifiers who) {
    return PermissionChange.newBuilder()
        .setTenant(tenant)
        .setEventId(nextId())
        .setOccurredAt(at)
        .setIdentifiers(who)
        .setTrust(Trust.stated);
  }

  Engagement.Builder engagement(
      Instant at, Identifiers who, String messageId, EngagementKind kind) {
    return Engagement.newBuilder()
        .setTenant(tenant)
        .setEventId(nextId())
        .setOccurredAt(at)
        .setIdentifiers(who)
        .setTrust(Trust.verified)
        .setMessageId(messageId)
        .setChannel(EngagementChannel.email)
        .setKind(kind);
  }

  PrivacyRequest.Builder privacy(Instant at, PrivacyKind kind, Identifiers who) {
    return PrivacyRequest.newBuilder()
        .setTenant(tenant)
        .setEventId(nextId())
        .setOccurredAt(at)
        .setIdentifiers(who)
        .setTrust(Trust.verified)
        .setKind(kind);
  }

  void write(TrackingEvent event) {
    write(Topic.TRACKING, event.getOccurredAt(), event);
  }

  void write(Order event) {
    write(Topic.ORDERS, event.getOccurredAt(), event);
  }

  void write(Receipt event) {
    write(Topic.RECEIPTS, event.getOccurredAt(), event);
  }

  void write(ContactUpdate event) {
    write(Topic.CONTACTS, event.getOccurredAt(), event);
  }

  void write(PermissionChange event) {
    write(Topic.PERMISSIONS, event.getOccurredAt(), event);
  }

  void write(Engagement event) {
    write(Topic.ENGAGEMENT, event.getOccurredAt(), event);
  }

  void write(PrivacyRequest event) {
    write(Topic.PRIVACY, event.getOccurredAt(), event);
  }

  private void write(Topic topic, Instant at, SpecificRecord event) {
    out.accept(new ShopEvent(topic, at, event));
  }

  private String nextId() {
    return "e" + person.number() + "-" + written++;
  }
}
