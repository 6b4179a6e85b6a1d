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
import dev.kilde.schemas.record.Receipt;
import dev.kilde.schemas.record.TrackingEvent;
import dev.kilde.schemas.record.TrackingName;
import dev.kilde.schemas.record.Trust;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes down what one person does: begins records with the envelope filled in - the person's
 * strongest identifier always among the identifiers - and hands finished ones on.
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

  TrackingEvent.Builder tracking(Instant at, TrackingName name) {
    return TrackingEvent.newBuilder()
        .setTenant(tenant)
        .setEventId(nextId())
        .setOccurredAt(at)
        .setIdentifiers(onSite())
        .setTrust(Trust.stated)
        .setName(name)
        .setCountry(person.home().country());
  }

  Order.Builder order(Instant at) {
    Identifiers who = onSite();
    who.setPhone(person.phone());
    return Order.newBuilder()
        .setTenant(tenant)
        .setEventId(nextId())
        .setOccurredAt(at)
        .setUpdatedAt(at)
        .setIdentifiers(who)
        .setTrust(Trust.verified)
        .setCurrency(Assortment.CURRENCY);
  }

  Receipt.Builder receipt(Instant at) {
    Identifiers who = new Identifiers();
    who.setLoyaltyNumber(person.loyaltyNumber());
    if (person.persona().reach == Persona.Reach.CUSTOMER) {
      who.setContactId(person.contactId());
    }
    return Receipt.newBuilder()
        .setTenant(tenant)
        .setEventId(nextId())
        .setOccurredAt(at)
        .setSoldAt(at)
        .setIdentifiers(who)
        .setTrust(Trust.stated)
        .setCurrency(Assortment.CURRENCY);
  }

  ContactUpdate.Builder contact(Instant at, ContactFields fields) {
    return ContactUpdate.newBuilder()
        .setTenant(tenant)
        .setEventId(nextId())
        .setOccurredAt(at)
        .setIdentifiers(inRegister())
        .setTrust(Trust.stated)
        .setFields(fields);
  }

  PermissionChange.Builder permission(Instant at) {
    return PermissionChange.newBuilder()
        .setTenant(tenant)
        .setEventId(nextId())
        .setOccurredAt(at)
        .setIdentifiers(byMail())
        .setTrust(Trust.stated);
  }

  Engagement.Builder engagement(Instant at, String messageId, EngagementKind kind) {
    return Engagement.newBuilder()
        .setTenant(tenant)
        .setEventId(nextId())
        .setOccurredAt(at)
        .setIdentifiers(byMail())
        .setTrust(Trust.verified)
        .setMessageId(messageId)
        .setChannel(EngagementChannel.email)
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

  private void write(Topic topic, Instant at, SpecificRecord event) {
    out.accept(new ShopEvent(topic, at, event));
  }

  private String nextId() {
    return "e" + person.number() + "-" + written++;
  }

  /** As the site's script knows the person. */
  private Identifiers onSite() {
    Identifiers who = new Identifiers();
    who.setDeviceId(person.deviceId());
    if (person.persona().reach == Persona.Reach.CUSTOMER) {
      who.setContactId(person.contactId());
      who.setEmail(person.email());
    }
    return who;
  }

  /** As the customer register knows the person. */
  private Identifiers inRegister() {
    Identifiers who = new Identifiers();
    switch (person.persona().reach) {
      case CUSTOMER -> {
        who.setContactId(person.contactId());
        who.setEmail(person.email());
        who.setPhone(person.phone());
        who.setLoyaltyNumber(person.loyaltyNumber());
      }
      case LOYALTY_CARD -> who.setLoyaltyNumber(person.loyaltyNumber());
      case ADDRESS -> who.setEmail(person.email());
      case DEVICE -> who.setDeviceId(person.deviceId());
    }
    return who;
  }

  /** As the mail system knows the person. */
  private Identifiers byMail() {
    Identifiers who = new Identifiers();
    who.setEmail(person.email());
    if (person.persona().reach == Persona.Reach.CUSTOMER) {
      who.setContactId(person.contactId());
    }
    return who;
  }
}
