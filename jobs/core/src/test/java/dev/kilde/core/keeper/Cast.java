package dev.kilde.core.keeper;

import static dev.kilde.core.Told.minute;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Stream;
import dev.kilde.core.event.Trust;
import dev.kilde.core.flow.Journey;
import dev.kilde.core.flow.Ledger;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.Link;
import dev.kilde.core.identity.ReasonCode;
import dev.kilde.core.keeper.IdentityChange.Kind;
import dev.kilde.core.person.Fate;
import dev.kilde.core.person.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who the stories of links and erasures are about, and what is told of them. */
final class Cast {

  static final Identifier COOKIE = Identifier.of(IdentifierKind.DEVICE_ID, "cookie");
  static final Identifier MAIL = Identifier.of(IdentifierKind.EMAIL, "ada@example.com");
  static final IdentifierKey DEVICE = Story.key(COOKIE);
  static final IdentifierKey EMAIL = Story.key(MAIL);
  static final IdentifierKey ADA = Story.key(contact("ada"));
  static final IdentifierKey BO = Story.key(contact("bo"));

  private Cast() {}

  static Event signIn(String id, String contact, Instant at) {
    return Told.of(COOKIE, contact(contact)).viewed(id, at, id);
  }

  static Identifier contact(String id) {
    return Identifier.of(IdentifierKind.CONTACT_ID, id);
  }

  static Identifier card() {
    return Identifier.of(IdentifierKind.CARD_TOKEN, "card");
  }

  static Ledger ledger(String cart) {
    Journey journey = new Journey("cart", 1, cart, "first", minute(1), minute(30));
    return new Ledger(List.of(journey), List.of(), List.of());
  }

  static Effect ended(String id, Fate fate) {
    return new Effect.Told(settled(id, fate));
  }

  static Outcome settled(String id, Fate fate) {
    return new Outcome.Settled(id(id), fate);
  }

  static Effect retired(IdentifierKey person, IdentifierKey target, String cause, Instant at) {
    return new Effect.Reported(
        new IdentityChange("shop", Kind.RETIRED, person.hash(), target.hash(), null, cause, at));
  }

  static Effect reported(
      Kind kind, IdentifierKey to, @Nullable ReasonCode refusal, String cause, Instant at) {
    return new Effect.Reported(change(kind, to, refusal, cause, at));
  }

  static IdentityChange change(
      Kind kind, IdentifierKey to, @Nullable ReasonCode refusal, String cause, Instant at) {
    return new IdentityChange("shop", kind, DEVICE.hash(), to.hash(), refusal, cause, at);
  }

  static IdentityChange erased(IdentifierKey at, Instant when) {
    return new IdentityChange("shop", Kind.ERASED, at.hash(), null, null, "request", when);
  }

  static Link link(String cause, IdentifierKey target, int minute) {
    return new Link(target, minute(minute), id(cause), Trust.STATED);
  }

  static EventId id(String id) {
    return new EventId(Stream.TRACKING, id);
  }
}
