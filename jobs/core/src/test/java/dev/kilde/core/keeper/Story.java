package dev.kilde.core.keeper;

import dev.kilde.core.Told;
import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.Link;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.Claim;
import dev.kilde.core.person.DocumentTiming;
import dev.kilde.core.person.EventCap;
import dev.kilde.core.person.Outcome;
import dev.kilde.core.person.Person;
import dev.kilde.core.person.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Keepers chained as in the job, from weak to strong: what one sends another receives. What each
 * does is written down. Now and then one is written back and read again; no story may notice.
 */
final class Story {

  static final String TENANT = "shop";

  static final Duration DELAY = Duration.ofMinutes(10);

  /** Behaviour two days, purchases ten; documents ten minutes after the first change. */
  static final Keeper.Rules RULES =
      new Keeper.Rules(
          IdentityRules.DEFAULT,
          new Person.Rules(
              new Retention(Duration.ofDays(2), Duration.ofDays(10)),
              EventCap.DEFAULT,
              new DocumentTiming.Coalesced(DELAY)),
          10_000);

  private final Keeper.Rules rules;
  private final SplittableRandom random = new SplittableRandom(7);
  private final Map<IdentifierKey, InMemoryKeeperStore> stores = new HashMap<>();
  private final Map<IdentifierKey, Keeper> keepers = new HashMap<>();
  private final Map<IdentifierKey, List<Effect>> effects = new HashMap<>();

  private final Set<Effect.Spread> spread = new HashSet<>();

  private Instant watermark = Told.START;

  Story() {
    this(RULES);
  }

  Story(Keeper.Rules rules) {
    this.rules = rules;
  }

  /** The usual rules, with other caps. */
  static Keeper.Rules capped(int mostEvents, int mostLinks) {
    Person.Rules person = RULES.person();
    return new Keeper.Rules(
        RULES.identity(),
        new Person.Rules(person.retention(), new EventCap(mostEvents), person.timing()),
        mostLinks);
  }

  static IdentifierKey key(Identifier identifier) {
    return IdentifierKey.of(TENANT, identifier);
  }

  /** As the decoder does it: the event to whom it names, a link to each weaker identifier. */
  void says(Event event) {
    IdentityRules identity = rules.identity();
    var envelope = event.envelope();
    IdentifierKey named = key(identity.strongest(envelope.identifiers()).orElseThrow());
    for (Identifier weaker : identity.weaker(envelope.identifiers())) {
      Link link = new Link(named, event.occurredAt(), event.id(), envelope.trust());
      boolean believed = identity.isTrusted(weaker.kind(), envelope.trust());
      arrives(key(weaker), new Message.Linked(link, believed));
    }
    arrives(named, new Message.Moved(Change.Put.of(event, event.occurredAt())));
  }

  void arrives(IdentifierKey at, Message message) {
    keeper(at).receive(message, watermark, doing(at));
    perhapsReload(at);
  }

  void watermarkReaches(Instant instant) {
    List<IdentifierKind> fromWeakToStrong = new ArrayList<>(rules.identity().order());
    fromWeakToStrong.sort(Comparator.comparing(rules.identity()::strength));
    for (IdentifierKind kind : fromWeakToStrong) {
      for (IdentifierKey at : List.copyOf(keepers.keySet())) {
        if (at.kind() == kind) {
          keeper(at).advance(instant, doing(at));
          perhapsReload(at);
        }
      }
    }
    watermark = instant;
  }

  /** The keeper; a new one where nothing was heard of it yet. */
  Keeper keeper(IdentifierKey at) {
    return keepers.computeIfAbsent(at, this::read);
  }

  InMemoryKeeperStore store(IdentifierKey at) {
    return stores.computeIfAbsent(at, key -> new InMemoryKeeperStore());
  }

  /** Whether nothing is kept of it, once written back. */
  boolean isForgotten(IdentifierKey at) {
    keeper(at).flush();
    return store(at).isEmpty();
  }

  /** What it did, in order; forgotten by the question. */
  List<Effect> did(IdentifierKey at) {
    List<Effect> done = effects.remove(at);
    return done == null ? List.of() : done;
  }

  /** What its person told so far. */
  List<Outcome> told(IdentifierKey at) {
    return effects.getOrDefault(at, List.of()).stream()
        .filter(Effect.Told.class::isInstance)
        .map(effect -> ((Effect.Told) effect).outcome())
        .toList();
  }

  /** The documents its person told so far. */
  List<Profile> documents(IdentifierKey at) {
    return told(at).stream()
        .filter(Outcome.Published.class::isInstance)
        .map(outcome -> ((Outcome.Published) outcome).profile())
        .toList();
  }

  /** What it sent so far. */
  List<Effect.Sent> sent(IdentifierKey at) {
    return effects.getOrDefault(at, List.of()).stream()
        .filter(Effect.Sent.class::isInstance)
        .map(Effect.Sent.class::cast)
        .toList();
  }

  /** Brings every request to a weaker identifier there, and those that follow from it. */
  void spreads() {
    List<Effect.Spread> next = spread();
    while (!next.isEmpty()) {
      for (Effect.Spread each : next) {
        spread.add(each);
        arrives(
            key(each.weaker()),
            new Message.EraseTies(each.request(), key(each.target()), each.spans(), each.at()));
      }
      next = spread();
    }
  }

  private List<Effect.Spread> spread() {
    return effects.values().stream()
        .flatMap(List::stream)
        .filter(Effect.Spread.class::isInstance)
        .map(Effect.Spread.class::cast)
        .filter(each -> !spread.contains(each))
        .toList();
  }

  /** The purchases it asked to be forgotten so far. */
  List<Effect.PurchasesErased> asked(IdentifierKey at) {
    return effects.getOrDefault(at, List.of()).stream()
        .filter(Effect.PurchasesErased.class::isInstance)
        .map(Effect.PurchasesErased.class::cast)
        .toList();
  }

  /** What was reported of it so far. */
  List<IdentityChange> reported(IdentifierKey at) {
    return effects.getOrDefault(at, List.of()).stream()
        .filter(Effect.Reported.class::isInstance)
        .map(effect -> ((Effect.Reported) effect).change())
        .toList();
  }

  /** What its person looked at, the latest first; empty where there is no person. */
  List<String> viewed(IdentifierKey at) {
    return keeper(at).profile(watermark).map(p -> p.visits().lastViewed()).orElse(List.of());
  }

  /** What a keeper tells another of an event. */
  static Effect.Sent put(IdentifierKey from, IdentifierKey to, Event event, Instant at) {
    Claim claim = Claim.of(event).through(from);
    return new Effect.Sent(to, new Message.Moved(new Change.Put(claim, at)));
  }

  /** What a keeper tells another of an event that is no longer there. */
  static Effect.Sent drop(IdentifierKey from, IdentifierKey to, Event event, Instant at) {
    return new Effect.Sent(to, new Message.Moved(new Change.Drop(from, event.id(), at)));
  }

  private Consumer<Effect> doing(IdentifierKey at) {
    return effect -> {
      effects.computeIfAbsent(at, key -> new ArrayList<>()).add(effect);
      if (effect instanceof Effect.Sent sent) {
        arrives(sent.to(), sent.message());
      }
    };
  }

  private void perhapsReload(IdentifierKey at) {
    if (random.nextBoolean()) {
      keeper(at).flush();
      keepers.put(at, read(at));
    }
  }

  private Keeper read(IdentifierKey at) {
    return new Keeper(TENANT, at, store(at), rules);
  }
}
