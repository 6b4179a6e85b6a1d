package dev.kilde.core.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.DocumentTiming.Coalesced;
import dev.kilde.core.person.Fate;
import dev.kilde.core.person.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The fourth law: every input ends once, and the ends explain what is held. That each ends at all,
 * moves and retention included, {@link ProfileIsAFunctionOfItsEventsTest} shows beside the first.
 */
class NothingIsDroppedSilentlyTest {

  @Provide
  Arbitrary<Life> lives() {
    return Life.any();
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void theEndsOfInputsAddUpToWhatIsHeld(@ForAll("lives") Life life) {
    SplittableRandom random = new SplittableRandom(life.mixing());
    World world = new World(Retention.FOREVER, Coalesced.DEFAULT, random::nextBoolean);
    List<Arrival> puts = new ArrayList<>();
    for (Arrival arrival : life.mixed(random)) {
      if (arrival.change() instanceof Change.Put) {
        puts.add(new Arrival(0, arrival.change()));
      }
    }
    for (Arrival put : puts) {
      if (random.nextInt(3) == 0) {
        world.advance(put.change().effectiveAt());
      }
      world.arrive(put);
    }
    world.advance(Life.END);

    Map<EventId, Set<Event>> contents = new HashMap<>();
    Map<EventId, Integer> copies = new HashMap<>();
    for (Arrival put : puts) {
      copies.merge(put.change().id(), 1, Integer::sum);
      contents
          .computeIfAbsent(put.change().id(), id -> new HashSet<>())
          .add(((Change.Put) put.change()).event());
    }
    Map<EventId, Map<Fate, Integer>> ends = new HashMap<>();
    for (Outcome outcome : world.told(0)) {
      if (outcome instanceof Outcome.Settled settled) {
        ends.computeIfAbsent(settled.id(), id -> new EnumMap<>(Fate.class))
            .merge(settled.fate(), 1, Integer::sum);
      }
    }
    assertThat(ends.keySet()).isEqualTo(copies.keySet());
    copies.forEach(
        (id, count) -> {
          Map<Fate, Integer> fates = ends.get(id);
          assertThat(fates.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(count);
          assertThat(fates).containsKey(Fate.APPLIED);
          assertThat(fates).doesNotContainKeys(Fate.DROPPED, Fate.PAST_RETENTION);
          assertThat(fates.get(Fate.APPLIED)).isLessThanOrEqualTo(contents.get(id).size());
          if (contents.get(id).size() == 1) {
            assertThat(fates.getOrDefault(Fate.DUPLICATE, 0)).isEqualTo(count - 1);
          }
        });
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void whatComesAfterItsRetentionIsCountedAndLeavesNoTrace(
      @ForAll("lives") Life life, @ForAll Retained retained) {
    World world = new World(retained.rule(), Coalesced.DEFAULT, () -> true);
    world.advance(Life.END);
    for (Arrival arrival : life.arrivals()) {
      if (arrival.change() instanceof Change.Put put) {
        Instant expiry = Oracle.expiry(put.event(), retained.behaviour, retained.purchases);
        int before = world.told(0).size();
        world.arrive(new Arrival(0, put));

        List<Outcome> told = world.told(0).subList(before, world.told(0).size());
        boolean past = told.contains(new Outcome.Settled(put.id(), Fate.PAST_RETENTION));
        assertThat(past).isEqualTo(expiry != null && !expiry.isAfter(Life.END));
      }
    }
  }
}
