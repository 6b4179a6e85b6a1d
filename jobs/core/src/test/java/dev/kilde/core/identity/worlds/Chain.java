package dev.kilde.core.identity.worlds;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.ReceiptSnapshot;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.keeper.Effect;
import dev.kilde.core.keeper.InMemoryKeeperStore;
import dev.kilde.core.keeper.Keeper;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.DocumentTiming;
import dev.kilde.core.person.EventCap;
import dev.kilde.core.person.Person;
import dev.kilde.core.person.Profile;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * All keepers of a tenant in memory, in stages from the weakest kind to the strongest, as the job
 * runs them: each stage in two parallel halves, watermarks between the letters of every channel.
 *
 * <pre>
 *   decoders ──┬─> purchases ─┬─> devices ─┬─> cards ─ ... ─> e-mails ─┬─> contact ids
 *              └──────────────┴────────────┴─────── ... ───────────────┘
 *      ^                                                    │ erasures spread
 *      └────────────────────────────────────────────────────┘
 * </pre>
 *
 * <p>Letters of one channel are delivered in order, those of different channels in an order of
 * chance.
 */
public final class Chain {

  /** Of all worlds. */
  public static final String TENANT = "shop";

  private static final int HALVES = 2;
  private static final int MOST_LINKS = 1_000;
  private static final Person.Rules ROOMY =
      new Person.Rules(Retention.DEFAULT, EventCap.DEFAULT, DocumentTiming.Coalesced.DEFAULT);

  private final IdentityRules rules;
  private final Person.Rules people;
  private final int mostLinks;
  private final SplittableRandom random;
  private final Network network;
  private final List<Outputs> decoders = new ArrayList<>();
  private final List<KeeperNode> keepers = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private final Queue<Letter> loop = new ArrayDeque<>();

  /** After how many other letters one comes back by the loop. */
  private final int slowness;

  /**
   * @param random of what chance decides
   * @param reload whether to write a keeper back and read it again, asked after each step
   */
  Chain(IdentityRules rules, SplittableRandom random, BooleanSupplier reload) {
    this(rules, ROOMY, MOST_LINKS, random, reload);
  }

  /**
   * @param people how many events are kept how long, also at kinds without a retention of their own
   * @param mostLinks how many links
   */
  Chain(
      IdentityRules rules,
      Person.Rules people,
      int mostLinks,
      SplittableRandom random,
      BooleanSupplier reload) {
    this.rules = rules;
    this.people = people;
    this.mostLinks = mostLinks;
    this.random = random;
    this.network = new Network(random);
    this.slowness = 1 << random.nextInt(12);
    Map<IdentifierKind, List<KeeperNode>> after = new EnumMap<>(IdentifierKind.class);
    for (IdentifierKind kind : rules.order()) {
      List<KeeperNode> stage =
          halves(i -> new KeeperNode(keeperRules(kind), this::perform, reload));
      stage.forEach(node -> node.outputs(new Outputs(network, List.of(), after)));
      after.put(kind, stage);
      keepers.addAll(stage);
    }
    List<PurchaseNode> purchases = halves(i -> new PurchaseNode(rules));
    purchases.forEach(node -> node.outputs(new Outputs(network, List.of(), after)));
    decoders.addAll(halves(i -> new Outputs(network, purchases, after)));
  }

  /** What never reloads, and delivers in one order. */
  public static Chain plain(IdentityRules rules) {
    return new Chain(rules, new SplittableRandom(1), () -> false);
  }

  /** An event is decoded. */
  public void arrive(Event event) {
    Outputs decoder = decoder();
    if (event instanceof OrderSnapshot || event instanceof ReceiptSnapshot) {
      decoder.send(new Letter.Purchased(event));
      return;
    }
    Identifier strongest = rules.strongest(event.envelope().identifiers()).orElseThrow();
    decoder.send(
        Letter.Addressed.to(
            strongest, new Message.Moved(Change.Put.of(event, event.occurredAt()))));
    for (PurchaseOwners.Tie tie : PurchaseOwners.ties(event, rules)) {
      decoder.send(tie.says(new Message.Linked(tie.link(), tie.believed())));
    }
  }

  /** A request is decoded. */
  public void arrive(Identifier to, Message request) {
    decoder().send(Letter.Addressed.to(to, request));
  }

  /** The decoders' watermark; what is on its way comes before it. */
  public void advance(Instant watermark) {
    decoders.forEach(decoder -> decoder.passOn(watermark));
  }

  /** Delivers so many letters, or all there are. */
  void deliver(int most) {
    for (int i = 0; i < most; i++) {
      if (!loop.isEmpty() && random.nextInt(slowness) == 0) {
        decoder().send(loop.remove());
      }
      network.deliver();
    }
  }

  /** Delivers everything, also what comes back by the loop. */
  public void deliverAll() {
    while (network.deliver() || !loop.isEmpty()) {
      if (!loop.isEmpty()) {
        decoder().send(loop.remove());
      }
    }
  }

  /** The profiles there are, by identifier. */
  public Map<IdentifierKey, Profile> profiles(Instant asOf) {
    Map<IdentifierKey, Profile> profiles = new LinkedHashMap<>();
    for (KeeperNode node : keepers) {
      node.keepers()
          .forEach(
              (key, keeper) ->
                  keeper.profile(asOf).ifPresent(profile -> profiles.put(key, profile)));
    }
    return profiles;
  }

  /** What is kept, by identifier. */
  Map<IdentifierKey, InMemoryKeeperStore> stores() {
    Map<IdentifierKey, InMemoryKeeperStore> stores = new LinkedHashMap<>();
    keepers.forEach(node -> stores.putAll(node.stores()));
    return stores;
  }

  /** What is known of everybody, by identifier. */
  Map<IdentifierKey, Facts> facts() {
    Map<IdentifierKey, Facts> facts = new LinkedHashMap<>();
    profiles(Instant.EPOCH).forEach((key, profile) -> facts.put(key, Facts.of(profile)));
    return facts;
  }

  /** What was not sent to other keepers, in the order of its making. */
  public List<Effect> effects() {
    return effects;
  }

  private void perform(Effect effect) {
    effects.add(effect);
    if (effect instanceof Effect.Spread spread) {
      IdentifierKey target = IdentifierKey.of(TENANT, spread.target());
      loop.add(
          Letter.Addressed.to(
              spread.weaker(),
              new Message.EraseTies(spread.request(), target, spread.spans(), spread.at())));
    }
  }

  private Outputs decoder() {
    return decoders.get(random.nextInt(HALVES));
  }

  private Keeper.Rules keeperRules(IdentifierKind kind) {
    return new Keeper.Rules(
        rules,
        new Person.Rules(rules.retention(kind, people.retention()), people.cap(), people.timing()),
        mostLinks);
  }

  private static <T> List<T> halves(IntFunction<T> half) {
    return IntStream.range(0, HALVES).mapToObj(half).toList();
  }
}
