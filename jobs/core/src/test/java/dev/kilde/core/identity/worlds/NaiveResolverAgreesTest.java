package dev.kilde.core.identity.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is linked with whatever, in any order: the chain finds what the design says. */
class NaiveResolverAgreesTest {

  @Provide
  Arbitrary<List<Event>> events() {
    return new Chaos(20, true, true).events();
  }

  @Provide
  Arbitrary<Long> numbers() {
    return Chaos.numbers();
  }

  @Property(tries = 20_000, seed = "20240301", edgeCases = EdgeCasesMode.NONE)
  void everyEventIsWhereTheDesignSays(
      @ForAll("events") List<Event> events,
      @ForAll ChaosRules rules,
      @ForAll Arrivals arrivals,
      @ForAll("numbers") long chance) {
    SplittableRandom random = new SplittableRandom(chance);
    int howOftenReloaded = random.nextInt(4);
    Chain chain = new Chain(rules.rules(), random, () -> random.nextInt(4) < howOftenReloaded);

    arrivals.play(Arrival.of(events), chain, random, Told.day(20));

    assertThat(chain.facts())
        .as(() -> Tables.of(events))
        .isEqualTo(new NaiveResolver(events, rules.rules()).everybodyByKey());
  }
}
