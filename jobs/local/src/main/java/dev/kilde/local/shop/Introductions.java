package dev.kilde.local.shop;

import dev.kilde.schemas.record.Identifiers;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * As whom one person is known on each occasion: which identifiers stand on the event.
 *
 * <pre>
 *   looks around                     device
 *   personal link, form              device, e-mail
 *   signs in                         device, e-mail, contact id
 *   orders                           device, e-mail, phone, contact id (a guest: without)
 *   mail system                      e-mail
 *   customer register                e-mail, phone, contact id, mostly the loyalty number
 * </pre>
 *
 * <p>Each call makes a new record. What stands on receipts is up to the {@link Till}.
 */
final class Introductions {

  private final Person person;
  private final Map<String, Set<String>> toldOn = new HashMap<>();
  private boolean registered;

  Introductions(Person person) {
    this.person = person;
  }

  /** From now on there is an account. */
  void register() {
    registered = true;
  }

  boolean isRegistered() {
    return registered;
  }

  /** As the site's script sees everybody. */
  Identifiers onSite(String device) {
    Identifiers who = new Identifiers();
    who.setDeviceId(device);
    return who;
  }

  /** By a personal link in a mail, or an address typed into a form. */
  Identifiers byAddress(String device) {
    Identifiers who = onSite(device);
    who.setEmail(person.email());
    toldOn(device).add("email:" + person.email());
    return who;
  }

  /** By the account's password. */
  Identifiers signedIn(String device) {
    Identifiers who = inAccount();
    who.setDeviceId(device);
    toldOn(device).add("contactId:" + person.contactId());
    return who;
  }

  /** On an order while it is placed. */
  Identifiers ordering(String device, boolean guest) {
    Identifiers who = guest ? byAddress(device) : signedIn(device);
    who.setPhone(person.phone());
    return who;
  }

  /** By the account itself, without a device. */
  Identifiers inAccount() {
    Identifiers who = byMail();
    who.setContactId(person.contactId());
    return who;
  }

  /** As the mail system knows everybody. */
  Identifiers byMail() {
    Identifiers who = new Identifiers();
    who.setEmail(person.email());
    return who;
  }

  /** As the customer register knows a customer. */
  Identifiers inRegister() {
    Identifiers who = inAccount();
    who.setPhone(person.phone());
    if (person.cardIsRegistered()) {
      who.setLoyaltyNumber(person.loyaltyNumber());
    }
    return who;
  }

  /** As the till's programme knows whoever got a card there. */
  Identifiers inLoyaltyProgramme() {
    Identifiers who = new Identifiers();
    who.setLoyaltyNumber(person.loyaltyNumber());
    if (person.cardIsRegistered()) {
      who.setPhone(person.phone());
    }
    return who;
  }

  /** The strongest identifiers told on a device so far, each {@code kind:value}. */
  List<String> known(String device) {
    return List.copyOf(toldOn.getOrDefault(device, Set.of()));
  }

  private Set<String> toldOn(String device) {
    return toldOn.computeIfAbsent(device, key -> new LinkedHashSet<>());
  }
}
