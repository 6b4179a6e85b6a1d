package dev.kilde.core.keeper;

import dev.kilde.core.Told;
import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.Stream;
import dev.kilde.core.event.Trust;
import dev.kilde.core.flow.Journey;
import dev.kilde.core.flow.Ledger;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.Link;
import dev.kilde.core.identity.SharingLimit;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.Claim;
import dev.kilde.core.person.DocumentTiming;
import dev.kilde.core.person.EventCap;
import dev.kilde.core.person.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Draws what a keeper is told, from small domains, so that things meet. */
final class DrawnMessages {

  /** Who is told. */
  static final IdentifierKey SELF = key(IdentifierKind.DEVICE_ID, 0);

  private static final List<IdentifierKind> KINDS =
      List.of(IdentifierKind.CONTACT_ID, IdentifierKind.EMAIL);

  private final Random random;

  DrawnMessages(long seed) {
    random = new Random(seed);
  }

  Keeper.Rules rules() {
    IdentityRules rules = IdentityRules.DEFAULT;
    SharingLimit limit =
        new SharingLimit(1 + random.nextInt(4), Duration.ofHours(1 + random.nextInt(100)));
    IdentityRules identity =
        new IdentityRules(
            rules.order(),
            random.nextBoolean() ? Map.of() : Map.of(SELF.kind(), limit),
            rules.leastTrust(),
            rules.retention(),
            rules.blocklist(),
            rules.spelling());
    Retention retention =
        random.nextBoolean()
            ? Retention.FOREVER
            : new Retention(Duration.ofDays(2), Duration.ofDays(4));
    int most = random.nextBoolean() ? 8 : 10_000;
    return new Keeper.Rules(
        identity,
        new Person.Rules(retention, new EventCap(most), DocumentTiming.Coalesced.DEFAULT),
        most);
  }

  List<Message> messages() {
    List<Message> messages = new ArrayList<>();
    for (int i = 1 + random.nextInt(30); i > 0; i--) {
      messages.add(message());
    }
    return messages;
  }

  private Message message() {
    return switch (random.nextInt(20)) {
      case 0 -> new Message.Retracted(linked(any(20)).link(), link(99), at());
      case 1 -> new Message.HandedOver(key(IdentifierKind.CARD_TOKEN, any(2)), ledger(), at());
      case 2 -> new Message.Unlink(target(), request(), at());
      case 3 -> new Message.Export(request(), at());
      case 4 -> erase(request(), at());
      case 5 -> new Message.EraseTies(request(), target(), List.of(), at());
      case 6 -> new Message.Moved(new Change.Drop(source(), event().id(), at()));
      case 7, 8, 9, 10, 11, 12 -> linked(any(20));
      default -> {
        IdentifierKey source = source();
        Event event = source == null ? event() : eventOf(source);
        Claim claim = new Claim(source, event, false);
        yield new Message.Moved(new Change.Put(claim, event.occurredAt()));
      }
    };
  }

  private static Message erase(String request, Instant at) {
    return new Message.Erase(request, List.of(), request.equals("r0"), at);
  }

  private Event event() {
    Told told = Told.of(new Identifier(IdentifierKind.DEVICE_ID, "name-0"));
    String id = "e" + any(12);
    return switch (any(3)) {
      case 0 -> told.order(id, at(), "o" + any(2), OrderStatus.PAID);
      case 1 -> told.contact(id, at(), "DK", null, null, Map.of());
      default -> told.viewed(id, at(), "p" + any(3));
    };
  }

  /** A source that has another word takes back the first one: of each it says one here. */
  private Event eventOf(IdentifierKey source) {
    int i = any(12);
    Instant at = Told.START.plus(Duration.ofHours(12L * i));
    return Told.of(new Identifier(IdentifierKind.DEVICE_ID, "name-0"))
        .viewed("e" + i, at, source.hash());
  }

  private @Nullable IdentifierKey source() {
    return random.nextBoolean() ? null : key(IdentifierKind.CARD_TOKEN, any(2));
  }

  private Instant at() {
    return Told.START.plus(Duration.ofHours(3L * any(60))).plusMillis(any(2));
  }

  private IdentifierKey target() {
    return key(KINDS.get(any(4) / 3), any(4));
  }

  /** An event is trusted as far as it is, whichever content of it comes. */
  private Message.Linked linked(int event) {
    Trust trust = event % 4 == 0 ? Trust.INFERRED : Trust.STATED;
    return new Message.Linked(new Link(target(), at(), link(event), trust), event % 8 > 0);
  }

  private static EventId link(int event) {
    return new EventId(Stream.TRACKING, "l" + event);
  }

  private String request() {
    return "r" + any(6);
  }

  private Ledger ledger() {
    Journey journey = new Journey("cart", 1, "c" + any(3), "s" + any(2), at(), null);
    return new Ledger(List.of(journey), List.of(), List.of());
  }

  private int any(int bound) {
    return random.nextInt(bound);
  }

  static IdentifierKey key(IdentifierKind kind, int i) {
    return IdentifierKey.of("shop", new Identifier(kind, "name-" + i));
  }
}
