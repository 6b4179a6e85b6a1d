package dev.kilde.core.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.person.Change;
import dev.kilde.core.person.DocumentTiming;
import dev.kilde.core.person.DocumentTiming.Coalesced;
import dev.kilde.core.person.DocumentTiming.Once;
import dev.kilde.core.person.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The third law: while nothing is late, what is told is a function of the input alone. */
class TimeIsDataTest {

  @Provide
  Arbitrary<Life> lives() {
    return Life.any();
  }

  /** From next to nothing to more than the distance of most events. */
  @Provide
  Arbitrary<Duration> delays() {
    return Arbitraries.of(
        Duration.ofMillis(1), Duration.ofSeconds(10), Duration.ofHours(6), Duration.ofDays(1));
  }

  @Property(tries = 6_000, edgeCases = EdgeCasesMode.NONE)
  void theSequenceOfDocumentsDependsOnNeitherArrivalNorWatermark(
      @ForAll("lives") Life life, @ForAll Retained retained, @ForAll("delays") Duration delay) {
    SplittableRandom random = new SplittableRandom(life.mixing());
    List<Arrival> arrivals = life.mixed(random);
    World world = world(retained, new Coalesced(delay), random);
    liveOnTime(world, arrivals, random);

    for (int person = 0; person < Life.PEOPLE; person++) {
      assertThat(documents(world.told(person)))
          .isEqualTo(
              ExpectedDocuments.of(
                  World.id(person),
                  changes(life, person),
                  retained.behaviour,
                  retained.purchases,
                  delay));
      Instant next = world.nextInstant(person); // of a score, long after the end
      assertThat(next == null || next.isAfter(Life.END)).isTrue();
    }
  }

  /** So is what became of each input. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void theFatesDependOnNeitherArrivalNorWatermark(
      @ForAll("lives") Life life, @ForAll Retained retained) {
    SplittableRandom random = new SplittableRandom(life.mixing());
    List<Arrival> arrivals = life.mixed(random);
    World cut = world(retained, Coalesced.DEFAULT, random);
    liveOnTime(cut, arrivals, random);
    World atOnce = world(retained, Coalesced.DEFAULT, random);
    arrivals.stream()
        .sorted((a, b) -> a.change().effectiveAt().compareTo(b.change().effectiveAt()))
        .forEach(atOnce::arrive);
    atOnce.advance(Life.END);

    for (int person = 0; person < Life.PEOPLE; person++) {
      assertThat(fates(cut.told(person))).isEqualTo(fates(atOnce.told(person)));
    }
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void aReplayTellsOfEverybodyOnceAndAsOfItsEnd(
      @ForAll("lives") Life life, @ForAll Retained retained) {
    SplittableRandom random = new SplittableRandom(life.mixing());
    Instant asOf =
        life.arrivals().get(random.nextInt(life.arrivals().size())).change().effectiveAt();
    List<Arrival> arrivals =
        life.mixed(random).stream()
            .filter(arrival -> !arrival.change().effectiveAt().isAfter(asOf))
            .toList();
    World world = world(retained, new Once(asOf), random);
    liveOnTime(world, arrivals, random);
    world.advance(Life.END);

    for (int person = 0; person < Life.PEOPLE; person++) {
      List<Change> changes =
          changes(life, person).stream().filter(c -> !c.effectiveAt().isAfter(asOf)).toList();
      List<ExpectedDocuments> toldAtOnce =
          ExpectedDocuments.of(
                  World.id(person),
                  changes,
                  retained.behaviour,
                  retained.purchases,
                  Duration.ofMillis(0))
              .stream()
              .filter(document -> !document.at().isAfter(asOf))
              .toList();
      Plain last = toldAtOnce.isEmpty() ? null : toldAtOnce.get(toldAtOnce.size() - 1).profile();
      List<ExpectedDocuments> upToItsEnd =
          documents(world.told(person)).stream().filter(d -> !d.at().isAfter(asOf)).toList();
      assertThat(upToItsEnd)
          .isEqualTo(last == null ? List.of() : List.of(new ExpectedDocuments(asOf, last)));
    }
  }

  /** Lets the watermark pass nothing that is still to come. */
  private static void liveOnTime(World world, List<Arrival> arrivals, SplittableRandom random) {
    List<Instant> earliestToCome = new ArrayList<>();
    Instant earliest = Life.END;
    for (int i = arrivals.size() - 1; i >= 0; i--) {
      Instant at = arrivals.get(i).change().effectiveAt();
      earliest = at.isBefore(earliest) ? at : earliest;
      earliestToCome.add(0, earliest);
    }
    for (int i = 0; i < arrivals.size(); i++) {
      world.advance(somewhereUpTo(earliestToCome.get(i).minusMillis(1), world, random));
      world.arrive(arrivals.get(i));
    }
    while (world.watermark().isBefore(Life.END.minus(Duration.ofDays(1)))) {
      world.advance(somewhereUpTo(Life.END, world, random));
    }
    world.advance(Life.END);
  }

  private static Instant somewhereUpTo(Instant most, World world, SplittableRandom random) {
    Instant from =
        world.watermark().isAfter(Instant.EPOCH)
            ? world.watermark()
            : most.minus(Duration.ofDays(1));
    long between = Duration.between(from, most).toMillis();
    return between <= 0 ? from : from.plusMillis(random.nextLong(between + 1));
  }

  private static World world(Retained retained, DocumentTiming timing, SplittableRandom random) {
    int howOftenReloaded = random.nextInt(4);
    return new World(retained.rule(), timing, () -> random.nextInt(4) < howOftenReloaded);
  }

  private static List<Change> changes(Life life, int person) {
    return life.arrivals().stream()
        .filter(arrival -> arrival.person() == person)
        .map(Arrival::change)
        .toList();
  }

  /** Each with the instant it is told at as its revision: nothing shares an instant. */
  private static List<ExpectedDocuments> documents(List<Outcome> outcomes) {
    List<ExpectedDocuments> documents = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Published published) {
        var profile = published.profile();
        assertThat(profile.revision()).isEqualTo(profile.asOf().toEpochMilli());
        documents.add(new ExpectedDocuments(profile.asOf(), Plain.of(profile)));
      } else if (outcome instanceof Outcome.Retired gone) {
        assertThat(gone.revision()).isEqualTo(gone.at().toEpochMilli());
        documents.add(new ExpectedDocuments(gone.at(), null));
      }
    }
    return documents;
  }

  private static Map<Outcome, Integer> fates(List<Outcome> outcomes) {
    Map<Outcome, Integer> fates = new HashMap<>();
    outcomes.stream()
        .filter(Outcome.Settled.class::isInstance)
        .forEach(settled -> fates.merge(settled, 1, Integer::sum));
    return fates;
  }
}
