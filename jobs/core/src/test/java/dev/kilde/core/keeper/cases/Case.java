package dev.kilde.core.keeper.cases;

import dev.kilde.core.Told;
import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.identity.worlds.Chain;
import dev.kilde.core.identity.worlds.Says;
import dev.kilde.core.keeper.Effect;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.person.Profile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Some events, and whose each is in the end.
 *
 * <pre>
 *   10:00 | views             | device     | anna
 *   10:05 | signs in          | anna device| anna
 * </pre>
 *
 * @param events in the order of their arrival; ids say what happens
 */
record Case(List<Event> events) {

  /** After everything. */
  static final Instant END = Told.day(10);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  static Case of(Event... events) {
    return new Case(List.of(events));
  }

  static Instant at(int hour, int minute) {
    return Told.minute(hour * 60L + minute);
  }

  static Identifier device(String value) {
    return new Identifier(IdentifierKind.DEVICE_ID, value);
  }

  static Identifier card(String value) {
    return new Identifier(IdentifierKind.CARD_TOKEN, value);
  }

  static Identifier phone(String value) {
    return new Identifier(IdentifierKind.PHONE, value);
  }

  static Identifier email(String value) {
    return new Identifier(IdentifierKind.EMAIL, value);
  }

  static Identifier contact(String value) {
    return new Identifier(IdentifierKind.CONTACT_ID, value);
  }

  static Says by(Identifier... identifiers) {
    return Says.under(identifiers);
  }

  /** Everything arrives in this order, on time. */
  Chain play() {
    Chain chain = Chain.plain(IdentityRules.DEFAULT);
    for (Event event : events) {
      chain.arrive(event);
      chain.deliverAll();
    }
    chain.advance(END);
    chain.deliverAll();
    return chain;
  }

  /** Time, what, under which identifiers, whose. */
  String table() {
    return table(play());
  }

  String table(Chain chain) {
    Map<EventId, String> whose = whose(chain);
    return events.stream()
        .sorted(CanonicalOrder.OF_EVENTS)
        .map(event -> line(event) + " | " + whose.getOrDefault(event.id(), "nobody") + "\n")
        .collect(Collectors.joining());
  }

  /** The profile of the person an identifier names. */
  static Profile profile(Chain chain, Identifier who) {
    return Objects.requireNonNull(
        chain.profiles(END).get(IdentifierKey.of(Chain.TENANT, who)), "no profile");
  }

  private static String line(Event event) {
    return TIME.format(event.occurredAt())
        + " | "
        + event.id().id()
        + " | "
        + event.envelope().identifiers().all().stream()
            .map(Identifier::value)
            .collect(Collectors.joining(" "));
  }

  /** Asks for everything that is held under each identifier. */
  private Map<EventId, String> whose(Chain chain) {
    Map<String, String> names = new HashMap<>();
    for (Event event : events) {
      for (Identifier each : event.envelope().identifiers().all()) {
        if (names.put(ProfileId.of(Chain.TENANT, each).hex(), each.value()) == null) {
          chain.arrive(each, new Message.Export("export-" + each, END));
        }
      }
    }
    chain.deliverAll();
    Map<EventId, String> whose = new HashMap<>();
    for (Effect effect : chain.effects()) {
      if (effect instanceof Effect.Exported exported) {
        String name = names.getOrDefault(exported.profileId().hex(), "somebody new");
        exported.events().forEach(event -> whose.put(event.id(), name));
      }
    }
    return whose;
  }
}
