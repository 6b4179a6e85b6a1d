package dev.kilde.core.identity.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.keeper.InMemoryKeeperStore;
import dev.kilde.core.person.DocumentTiming;
import dev.kilde.core.person.EventCap;
import dev.kilde.core.person.Held;
import dev.kilde.core.person.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Where little is kept, and not for long: of what comes on time something may be missing, but
 * nobody has anything of another, and of one identifier no more is kept than may be.
 */
class UnderCapsNobodyHasAnothersTest {

  private static final Retention DAYS = new Retention(Duration.ofDays(2), Duration.ofDays(4));

  /** Hours apart: half of everything is past retention by the end. */
  @Provide
  Arbitrary<List<Event>> events() {
    return new Chaos(120, false, false, Duration.ofHours(13)).events();
  }

  @Provide
  Arbitrary<Long> numbers() {
    return Chaos.numbers();
  }

  @Property(tries = 1_000, seed = "20240301", edgeCases = EdgeCasesMode.NONE)
  void nobodyHasWhatTheDesignSaysIsAnothers(
      @ForAll("events") List<Event> events,
      @ForAll ChaosRules rules,
      @ForAll("numbers") long chance) {
    SplittableRandom random = new SplittableRandom(chance);
    int most = 8 + random.nextInt(9);
    Person.Rules people =
        new Person.Rules(
            random.nextBoolean() ? Retention.FOREVER : DAYS,
            new EventCap(most),
            DocumentTiming.Coalesced.DEFAULT);
    int howOftenReloaded = random.nextInt(4);
    Chain chain =
        new Chain(
            rules.rules().keptAsPeople(),
            people,
            most,
            random,
            () -> random.nextInt(4) < howOftenReloaded);

    Arrivals.ON_TIME.play(Arrival.of(events), chain, random, Told.day(9));

    Map<EventId, IdentifierKey> owners = new NaiveResolver(events, rules.rules()).ownersById();
    chain
        .stores()
        .forEach(
            (key, store) -> {
              for (Held held : store.log().all()) {
                assertThat(key)
                    .as(() -> held.event() + "\n" + Tables.of(events))
                    .isEqualTo(owners.get(held.id()));
              }
              holdsNoMoreThan(most, store);
            });
  }

  private static void holdsNoMoreThan(int most, InMemoryKeeperStore store) {
    assertThat(store.log().all()).hasSizeLessThanOrEqualTo(most);
    assertThat(store.passed().all()).hasSizeLessThanOrEqualTo(most);
    assertThat(store.links().all()).hasSizeLessThanOrEqualTo(most);
  }
}
