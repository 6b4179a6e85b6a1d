package dev.kilde.core.identity.worlds;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.keeper.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for something, half a minute after any event.
 *
 * @param to the identifier asked about
 * @param target of an unlink request; null otherwise
 */
record Request(Kind kind, Identifier to, @Nullable Identifier target, Instant at) {

  enum Kind {
    UNLINK,
    ERASE,
    EXPORT
  }

  /**
   * At most three, at different instants, the earliest first. One of them at most erases: who is
   * asked about while it spreads may still be who was erased.
   *
   * @param events whose identifiers are asked about
   */
  static List<Request> some(
      List<Event> events, IdentityRules rules, SplittableRandom random, List<Kind> kinds) {
    List<Integer> minutes = new ArrayList<>();
    for (int i = 0; i < Chaos.MINUTES; i++) {
      minutes.add(i);
    }
    for (int i = minutes.size(); i > 3; i--) {
      minutes.remove(random.nextInt(i));
    }
    List<Request> some = new ArrayList<>();
    List<Kind> left = kinds;
    for (int minute : minutes) {
      Event event = events.get(random.nextInt(events.size()));
      Kind kind = left.get(random.nextInt(left.size()));
      Identifier strongest = rules.strongest(event.envelope().identifiers()).orElseThrow();
      List<Identifier> asked = new ArrayList<>(rules.weaker(event.envelope().identifiers()));
      if (kind != Kind.UNLINK) {
        asked.add(strongest);
      }
      if (!asked.isEmpty()) {
        Identifier to = asked.get(random.nextInt(asked.size()));
        Identifier target = kind == Kind.UNLINK ? strongest : null;
        some.add(new Request(kind, to, target, Told.minute(minute).plusSeconds(30)));
        left = kind == Kind.ERASE ? List.of(Kind.EXPORT, Kind.UNLINK) : left;
      }
    }
    return some;
  }

  /** Of nobody else. */
  String id() {
    return kind + "@" + at;
  }

  Message message() {
    return switch (kind) {
      case UNLINK -> new Message.Unlink(key(target == null ? to : target), id(), at);
      case ERASE -> new Message.Erase(id(), List.of(), false, at);
      case EXPORT -> new Message.Export(id(), at);
    };
  }

  private static IdentifierKey key(Identifier identifier) {
    return IdentifierKey.of(Chain.TENANT, identifier);
  }
}
