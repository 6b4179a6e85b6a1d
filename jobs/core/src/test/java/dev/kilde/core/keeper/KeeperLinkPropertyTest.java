package dev.kilde.core.keeper;

import static dev.kilde.core.keeper.DrawnMessages.SELF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Versions;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.Link;
import dev.kilde.core.identity.Pointers;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.Claim;
import dev.kilde.core.person.DocumentTiming;
import dev.kilde.core.person.EventCap;
import dev.kilde.core.person.Held;
import dev.kilde.core.person.Outcome;
import dev.kilde.core.person.Person;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.jspecify.annotations.Nullable;

/** What holds of where events are, whichever links come, and whenever. */
class KeeperLinkPropertyTest {

  private static final Instant END = Told.day(60);

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
  }

  /**
   * However late anything comes: each event is with whom the links say, and whoever has it was told
   * so, and nobody else was, or was and was told otherwise.
   */
  @Property(tries = 8_000, edgeCases = EdgeCasesMode.NONE)
  void everyEventIsWithWhomAllLinksTogetherSay(@ForAll("seeds") long seed) {
    Random random = new Random(seed);
    DrawnMessages draw = new DrawnMessages(seed);
    IdentityRules identity = draw.rules().identity();
    Keeper.Rules rules = new Keeper.Rules(identity, forEver(), 10_000);
    List<Message> messages = draw.messages();
    messages.removeIf(m -> !(m instanceof Message.Linked) && !isPut(m));
    oneLinkOfEachEvent(messages);
    Kept kept = new Kept(rules, random::nextBoolean);
    for (Message message : messages) {
      kept.receive(message);
      if (random.nextInt(3) == 0) {
        kept.advance(messages.get(random.nextInt(messages.size())).at());
      }
    }
    kept.advance(END);

    Pointers pointers = kept.keeper.pointers();
    for (Instant at : instants(messages, pointers)) {
      assertThat(pointers.target(at)).isEqualTo(pointersOf(messages, identity).target(at));
    }
    Map<IdentifierKey, Map<EventId, Claim>> expected = new HashMap<>();
    Set<EventId> own = new HashSet<>();
    for (Held held : heldOf(messages)) {
      IdentifierKey target = pointers.target(held.occurredAt());
      if (target == null) {
        own.add(held.id());
      } else {
        expected
            .computeIfAbsent(target, key -> new HashMap<>())
            .put(held.id(), held.counting().through(SELF));
      }
    }
    assertThat(told(kept.effects)).isEqualTo(expected);
    kept.keeper.flush();
    assertThat(ids(kept.store.log().all())).isEqualTo(own);
    Set<EventId> passed = new HashSet<>();
    expected.values().forEach(events -> passed.addAll(events.keySet()));
    assertThat(ids(kept.store.passed().all())).isEqualTo(passed);
    Outcome last = lastDocument(kept.effects);
    assertThat(last instanceof Outcome.Published).isEqualTo(!own.isEmpty());
  }

  private static void oneLinkOfEachEvent(List<Message> messages) {
    Map<EventId, Message> links = new HashMap<>();
    messages.replaceAll(
        m -> m instanceof Message.Linked ? links.computeIfAbsent(m.id(), id -> m) : m);
  }

  private static boolean isPut(Message message) {
    return message instanceof Message.Moved moved && moved.change() instanceof Change.Put;
  }

  private static Pointers pointersOf(List<Message> messages, IdentityRules rules) {
    Map<EventId, Link> links = new HashMap<>();
    for (Message message : messages) {
      if (message instanceof Message.Linked linked && linked.believed()) {
        links.merge(
            linked.link().cause(),
            linked.link(),
            (a, b) -> Pointers.IN_ORDER.compare(a, b) < 0 ? b : a);
      }
    }
    return Pointers.of(SELF.kind(), links.values(), rules);
  }

  /**
   * All that matter, but for what was before the first link where that one already made it shared:
   * who of several at one instant was there first is only known of those that are on time.
   */
  private static Set<Instant> instants(List<Message> messages, Pointers pointers) {
    Set<Instant> instants = new HashSet<>();
    for (Message message : messages) {
      instants.add(message.at());
      instants.add(message.at().minusMillis(1));
    }
    boolean first =
        pointers.sharedSince() != null
            && pointers.runs().stream().allMatch(r -> r.since().equals(pointers.sharedSince()));
    instants.removeIf(at -> first && !pointers.isSharedAt(at));
    return instants;
  }

  /** Of each id what each source says; where an event names the device itself, the later. */
  private static List<Held> heldOf(List<Message> messages) {
    Map<EventId, Held> held = new HashMap<>();
    for (Message message : messages) {
      if (message instanceof Message.Moved moved && moved.change() instanceof Change.Put put) {
        Held known = held.get(put.id());
        Claim before = known == null ? null : known.from(put.source());
        if (before == null
            || Versions.UNDER_ONE_ID.compare(before.event(), put.claim().event()) < 0) {
          held.put(put.id(), known == null ? Held.of(put.claim()) : known.with(put.claim()));
        }
      }
    }
    return List.copyOf(held.values());
  }

  /** What each target was told and not told otherwise. */
  private static Map<IdentifierKey, Map<EventId, Claim>> told(List<Effect> effects) {
    Map<IdentifierKey, Map<EventId, Claim>> told = new HashMap<>();
    for (Effect effect : effects) {
      if (effect instanceof Effect.Sent sent && sent.message() instanceof Message.Moved moved) {
        Map<EventId, Claim> there = told.computeIfAbsent(sent.to(), key -> new HashMap<>());
        assertThat(moved.change().source()).isEqualTo(SELF);
        if (moved.change() instanceof Change.Put put) {
          there.put(put.id(), put.claim());
        } else {
          assertThat(there.remove(moved.change().id())).isNotNull();
        }
      }
    }
    told.values().removeIf(Map::isEmpty);
    return told;
  }

  private static @Nullable Outcome lastDocument(List<Effect> effects) {
    Outcome last = null;
    for (Effect effect : effects) {
      if (effect instanceof Effect.Told told && !(told.outcome() instanceof Outcome.Settled)) {
        last = told.outcome();
      }
    }
    return last;
  }

  private static Set<EventId> ids(List<Held> all) {
    Set<EventId> ids = new HashSet<>();
    all.forEach(held -> ids.add(held.id()));
    return ids;
  }

  private static Person.Rules forEver() {
    return new Person.Rules(Retention.FOREVER, EventCap.DEFAULT, DocumentTiming.Coalesced.DEFAULT);
  }
}
