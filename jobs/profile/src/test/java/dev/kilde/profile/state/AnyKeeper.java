package dev.kilde.profile.state;

import dev.kilde.core.definition.MessageClass;
import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Stream;
import dev.kilde.core.event.Trust;
import dev.kilde.core.flow.CapSlot;
import dev.kilde.core.flow.Journey;
import dev.kilde.core.flow.Ledger;
import dev.kilde.core.flow.SentStep;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.Link;
import dev.kilde.core.identity.Pointers;
import dev.kilde.core.keeper.Acquaintance;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.keeper.Span;
import dev.kilde.core.keeper.Standing;
import dev.kilde.core.keeper.Ties;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.Claim;
import dev.kilde.core.person.EventCap;
import dev.kilde.core.person.Head;
import dev.kilde.core.person.Held;
import dev.kilde.core.person.Judged;
import dev.kilde.core.segment.Membership;
import dev.kilde.profile.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Whatever is kept of an identifier, or sent to one, drawn from a seed. */
final class AnyKeeper extends Any {

  AnyKeeper(Random random) {
    super(random);
  }

  Standing standing() {
    return new Standing(
        maybe(this::text),
        head(),
        random().nextInt(1_000_000),
        maybe(this::instant),
        maybe(this::instant),
        maybe(this::place),
        random().nextInt(1_000_000),
        flag(),
        flag(),
        flag(),
        maybe(this::text),
        maybe(this::instant));
  }

  Ties ties() {
    Pointers pointers = pointers();
    return new Ties(
        pointers,
        flag() ? pointers : pointers(),
        maybe(this::instant),
        maybe(this::instant),
        list(() -> new Ties.TakenBack(key(), instant())),
        list(this::span),
        maybe(this::instant),
        list(() -> new Ties.Refused(key(), instant())));
  }

  Acquaintance acquaintance() {
    return new Acquaintance(identifier(), list(this::identifier), instant());
  }

  Ledger ledger() {
    return new Ledger(
        list(
            () ->
                new Journey(
                    text(), random().nextInt(9), text(), text(), instant(), maybe(this::instant))),
        list(() -> new SentStep(text(), text(), text(), text(), instant())),
        list(() -> new CapSlot(text(), text(), one(MessageClass.values()), instant())));
  }

  Link link() {
    return new Link(key(), instant(), eventId(), one(Trust.values()));
  }

  Span span() {
    return new Span(maybe(this::instant), maybe(this::instant));
  }

  Claim claim() {
    return new Claim(maybe(this::key), event(), flag());
  }

  Held held() {
    Claim first = claim();
    return flag() ? Held.of(first) : Held.of(first).with(new Claim(key(), first.event(), flag()));
  }

  /** One of each. */
  List<Message> messageOfEveryKind() {
    Instant at = instant();
    return List.of(
        new Message.Moved(new Change.Put(claim(), at)),
        new Message.Moved(new Change.Drop(maybe(this::key), eventId(), at)),
        new Message.Linked(link(), flag(), at),
        new Message.Retracted(link(), eventId(), at),
        new Message.Contested(key(), key(), key(), eventId(), instant(), at),
        new Message.HandedOver(key(), ledger(), at),
        new Message.Unlink(key(), text(), at),
        new Message.Export(text(), at),
        new Message.Erase(text(), list(this::identifier), flag(), at),
        new Message.EraseTies(text(), key(), list(this::span), at),
        new Message.Acquainted(identifier(), identifier(), eventId(), instant(), at));
  }

  Event event() {
    return World.any(
            random(), "e" + random().nextInt(), World.START.plusMillis(random().nextInt()), 3)
        .event();
  }

  Identifier identifier() {
    return new Identifier(one(IdentifierKind.values()), text());
  }

  private IdentifierKey key() {
    return IdentifierKey.of(text(), identifier());
  }

  private Pointers pointers() {
    Map<IdentifierKey, Instant> recent = new HashMap<>();
    list(this::key).forEach(key -> recent.put(key, instant()));
    return new Pointers(
        list(() -> new Pointers.Run(instant(), maybe(this::key), eventId())),
        maybe(this::link),
        recent,
        maybe(this::instant),
        maybe(this::instant),
        random().nextBoolean());
  }

  private Head head() {
    return new Head(
        maybe(this::order),
        random().nextInt(1_000_000),
        maybe(this::instant),
        maybe(this::place),
        maybe(this::instant),
        random().nextLong(),
        flag(),
        judged());
  }

  private Judged judged() {
    Map<Integer, Instant> due = new HashMap<>();
    list(this::text).forEach(each -> due.put(random().nextInt(1_000), instant()));
    return new Judged(
        maybe(this::instant),
        random().nextLong(),
        random().nextInt(),
        list(() -> new Membership(text(), random().nextInt(1_000), instant())),
        due,
        maybe(this::instant));
  }

  private EventCap.Place place() {
    return new EventCap.Place(random().nextInt(3), order());
  }

  private CanonicalOrder order() {
    return new CanonicalOrder(instant(), eventId());
  }

  private EventId eventId() {
    return new EventId(one(Stream.values()), text());
  }
}
