package dev.kilde.core.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.DocumentTiming;
import dev.kilde.core.person.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The first law, and with it the fourth: both hold however late anything comes. */
class ProfileIsAFunctionOfItsEventsTest {

  @Provide
  Arbitrary<Life> lives() {
    return Life.any();
  }

  /** Any order, any duplicates, any watermark, written back and read again at any time. */
  @Property(tries = 12_000, edgeCases = EdgeCasesMode.NONE)
  void theProfileIsWhatTheSetOfItsEventsSays(
      @ForAll("lives") Life life, @ForAll Retained retained) {
    SplittableRandom random = new SplittableRandom(life.mixing());
    int howOftenReloaded = random.nextInt(4);
    World world =
        new World(
            retained.rule(),
            DocumentTiming.Coalesced.DEFAULT,
            () -> random.nextInt(4) < howOftenReloaded);
    List<Arrival> arrivals = life.mixed(random);
    List<Arrival> inOrderOfEffect = new ArrayList<>(arrivals);
    inOrderOfEffect.sort((a, b) -> a.change().effectiveAt().compareTo(b.change().effectiveAt()));
    for (Arrival arrival : arrivals) {
      world.arrive(arrival);
      if (random.nextInt(3) == 0) {
        world.advance(inOrderOfEffect.get(random.nextInt(arrivals.size())).change().effectiveAt());
      }
    }
    world.advance(Life.END);

    for (int person = 0; person < Life.PEOPLE; person++) {
      Collection<Event> held = held(life, person, retained);
      Optional<Plain> expected =
          held.isEmpty() ? Optional.empty() : Optional.of(Oracle.profile(World.id(person), held));
      assertThat(world.profile(person).map(Plain::of)).isEqualTo(expected);
      assertThat(lastTold(world.told(person))).isEqualTo(expected);
      everyInputEnded(world.told(person), arrivals, person);
    }
  }

  /** The last word of each lane, of each id the content that counts, what is still kept. */
  private static Collection<Event> held(Life life, int person, Retained retained) {
    Map<EventId, Event> held = new LinkedHashMap<>();
    for (Arrival arrival : life.arrivals()) {
      if (arrival.person() != person) {
        continue;
      }
      if (arrival.change() instanceof Change.Put put) {
        held.merge(put.id(), put.event(), (a, b) -> Oracle.counting(List.of(a, b)));
      } else {
        held.remove(arrival.change().id());
      }
    }
    held.values()
        .removeIf(
            event -> {
              Instant expiry = Oracle.expiry(event, retained.behaviour, retained.purchases);
              return expiry != null && !expiry.isAfter(Life.END);
            });
    return held.values();
  }

  private static Optional<Plain> lastTold(List<Outcome> outcomes) {
    Optional<Plain> last = Optional.empty();
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Published published) {
        last = Optional.of(Plain.of(published.profile()));
      } else if (outcome instanceof Outcome.Retired) {
        last = Optional.empty();
      }
    }
    return last;
  }

  /** The fourth law: as many ends as inputs, id by id. */
  private static void everyInputEnded(List<Outcome> outcomes, List<Arrival> arrivals, int person) {
    Map<EventId, Integer> open = new HashMap<>();
    for (Arrival arrival : arrivals) {
      if (arrival.person() == person) {
        open.merge(arrival.change().id(), 1, Integer::sum);
      }
    }
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Settled settled) {
        open.merge(settled.id(), -1, Integer::sum);
      }
    }
    assertThat(open.values()).allMatch(left -> left == 0);
  }
}
