package dev.kilde.core.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.person.DocumentTiming.Coalesced;
import dev.kilde.core.person.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Of one person each document replaces the one before, however often the person comes and goes. */
class RevisionsOnlyGrowTest {

  @Provide
  Arbitrary<Life> lives() {
    return Life.any();
  }

  @Provide
  Arbitrary<Duration> delays() {
    return Arbitraries.of(Duration.ZERO, Duration.ofMillis(1), Duration.ofSeconds(10));
  }

  @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
  void revisionsGrowAlsoThroughRetirementAndForgetting(
      @ForAll("lives") Life life, @ForAll Retained retained, @ForAll("delays") Duration delay) {
    SplittableRandom random = new SplittableRandom(life.mixing());
    World world = new World(retained.rule(), new Coalesced(delay), random::nextBoolean);
    for (Arrival arrival : life.mixed(random)) {
      switch (random.nextInt(3)) {
        case 0 -> world.advance(arrival.change().effectiveAt());
        case 1 -> world.advance(world.watermark().plusMillis(random.nextInt(3)));
        default -> {
          // what follows comes at the same time
        }
      }
      world.arrive(arrival);
    }
    world.advance(Life.END);

    for (int person = 0; person < Life.PEOPLE; person++) {
      List<Long> revisions = revisions(world.told(person));
      assertThat(revisions).isSorted().doesNotHaveDuplicates();
    }
  }

  private static List<Long> revisions(List<Outcome> outcomes) {
    List<Long> revisions = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Published published) {
        revisions.add(published.profile().revision());
      } else if (outcome instanceof Outcome.Retired gone) {
        revisions.add(gone.revision());
      }
    }
    return revisions;
  }
}
