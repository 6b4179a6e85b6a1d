package dev.kilde.core.keeper;

import static dev.kilde.core.keeper.DrawnMessages.SELF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.Stream;
import dev.kilde.core.event.Trust;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.Link;
import dev.kilde.core.identity.Pointers;
import dev.kilde.core.identity.ReasonCode;
import dev.kilde.core.identity.SharingLimit;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.DocumentTiming;
import dev.kilde.core.person.EventCap;
import dev.kilde.core.person.Held;
import dev.kilde.core.person.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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

/** Where caps and retention bite, something may be missing; nothing is with another. */
class KeeperCapPropertyTest {

  private static final int HOURS = 24 * 12;

  /** One device's story under small caps. */
  private static final class Drawn {

    final Random random;
    final Keeper.Rules rules;
    final int most;
    final List<Message> messages = new ArrayList<>();
    final Map<EventId, Instant> occurred = new HashMap<>();

    Drawn(long seed) {
      random = new Random(seed);
      most = 8 + random.nextInt(9);
      rules = rules();
      int people = 2 + random.nextInt(2);
      for (int i = 20 + random.nextInt(60); i > 0; i--) {
        messages.add(random.nextInt(3) == 0 ? event(i) : sighting(i, people));
      }
    }

    private Keeper.Rules rules() {
      IdentityRules rules = IdentityRules.DEFAULT;
      SharingLimit limit = new SharingLimit(2, Duration.ofHours(1 + random.nextInt(48)));
      IdentityRules identity =
          new IdentityRules(
              rules.order(),
              random.nextInt(4) > 0 ? Map.of() : Map.of(SELF.kind(), limit),
              rules.leastTrust(),
              rules.retention(),
              rules.blocklist(),
              rules.spelling());
      Retention retention =
          random.nextBoolean()
              ? Retention.FOREVER
              : new Retention(Duration.ofDays(1), Duration.ofDays(3));
      return new Keeper.Rules(
          identity,
          new Person.Rules(retention, new EventCap(most), DocumentTiming.Coalesced.DEFAULT),
          most);
    }

    private Message event(int i) {
      Told told = Told.of(new Identifier(IdentifierKind.DEVICE_ID, "name-0"));
      Event event =
          switch (random.nextInt(3)) {
            case 0 -> told.order("e" + i, at(), "o" + i, OrderStatus.PAID);
            case 1 -> told.contact("e" + i, at(), "DK", null, null, Map.of());
            default -> told.viewed("e" + i, at(), "p" + i);
          };
      occurred.put(event.id(), event.occurredAt());
      return new Message.Moved(Change.Put.of(event, event.occurredAt()));
    }

    private Message sighting(int i, int people) {
      boolean weak = random.nextInt(6) == 0;
      IdentifierKind kind = weak ? IdentifierKind.EMAIL : IdentifierKind.CONTACT_ID;
      Trust trust = random.nextInt(6) == 0 ? Trust.INFERRED : Trust.STATED;
      EventId cause = new EventId(Stream.TRACKING, "l" + i);
      IdentifierKey target = DrawnMessages.key(kind, random.nextInt(people));
      return new Message.Linked(new Link(target, at(), cause, trust), true);
    }

    private Instant at() {
      return Told.START.plus(Duration.ofHours(random.nextInt(HOURS)));
    }

    /** Whom all links but some lead to. */
    Pointers pointers(Set<String> refused) {
      List<Link> links = new ArrayList<>();
      for (Message message : messages) {
        if (message instanceof Message.Linked linked && !refused.contains(linked.id().id())) {
          links.add(linked.link());
        }
      }
      return Pointers.of(SELF.kind(), links, rules.identity());
    }
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
  }

  /** On time: whoever ever was told of an event and not told otherwise is whose it is. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void onTimeWhatIsLetGoStaysWithWhomAllLinksSay(@ForAll("seeds") long seed) {
    Drawn drawn = new Drawn(seed);
    Kept kept = new Kept(drawn.rules, drawn.random::nextBoolean);
    drawn.messages.sort(Comparator.comparing(Message::at));
    for (Message message : drawn.messages) {
      kept.receive(message);
      if (drawn.random.nextBoolean()) {
        kept.advance(message.at().minusMillis(1));
        holdsNoMoreThanTheCaps(drawn, kept);
      }
    }
    kept.advance(Told.day(40));

    kept.keeper.flush();
    Pointers all = drawn.pointers(Set.of());
    told(kept.effects)
        .forEach(
            (id, targets) ->
                assertThat(targets)
                    .as("%s of %s", id, drawn.occurred.get(id))
                    .containsExactly(all.target(drawn.occurred.get(id))));
    for (Held held : kept.store.log().all()) {
      assertThat(all.target(held.occurredAt())).isNull();
    }
    holdsNoMoreThanTheCaps(drawn, kept);
  }

  /** However late: what is held is with whom the links say that were taken. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void howeverLateWhatIsHeldIsWithWhomTheLinksTakenSay(@ForAll("seeds") long seed) {
    Drawn drawn = new Drawn(seed);
    Kept kept = new Kept(drawn.rules, drawn.random::nextBoolean);
    Instant latest = Instant.EPOCH;
    for (Message message : drawn.messages) {
      kept.receive(message);
      latest = message.at().isAfter(latest) ? message.at() : latest;
      if (drawn.random.nextInt(3) == 0) {
        kept.advance(latest.minus(Duration.ofHours(drawn.random.nextInt(48))));
        holdsNoMoreThanTheCaps(drawn, kept);
      }
    }
    kept.advance(Told.day(12));

    Pointers taken = drawn.pointers(refused(kept.effects));
    kept.keeper.flush();
    Map<EventId, Set<IdentifierKey>> told = told(kept.effects);
    for (Held held : kept.store.passed().all()) {
      IdentifierKey target = taken.target(held.occurredAt());
      assertThat(told.get(held.id())).as("%s", held.event()).containsExactly(target);
    }
    for (Held held : kept.store.log().all()) {
      assertThat(taken.target(held.occurredAt())).as("%s", held.event()).isNull();
    }
    holdsNoMoreThanTheCaps(drawn, kept);
  }

  private static void holdsNoMoreThanTheCaps(Drawn drawn, Kept kept) {
    kept.keeper.flush();
    assertThat(kept.store.passed().all()).hasSizeLessThanOrEqualTo(drawn.most);
    assertThat(kept.store.log().all()).hasSizeLessThanOrEqualTo(drawn.most);
    assertThat(kept.store.links().all()).hasSizeLessThanOrEqualTo(drawn.most);
    assertThat(kept.keeper.pointers().runs()).hasSizeLessThanOrEqualTo(drawn.most);
  }

  private static Set<String> refused(List<Effect> effects) {
    Set<String> refused = new HashSet<>();
    for (Effect effect : effects) {
      if (effect instanceof Effect.Reported reported
          && reported.change().refusal() == ReasonCode.TOO_LATE) {
        refused.add(reported.change().eventId());
      }
    }
    return refused;
  }

  /** Who was told of an event, and not told otherwise. */
  private static Map<EventId, Set<IdentifierKey>> told(List<Effect> effects) {
    Map<EventId, Set<IdentifierKey>> told = new HashMap<>();
    for (Effect effect : effects) {
      if (effect instanceof Effect.Sent sent && sent.message() instanceof Message.Moved moved) {
        Set<IdentifierKey> there = told.computeIfAbsent(moved.id(), id -> new HashSet<>());
        if (moved.change() instanceof Change.Put) {
          there.add(sent.to());
        } else {
          there.remove(sent.to());
        }
      }
    }
    told.values().removeIf(Set::isEmpty);
    return told;
  }
}
