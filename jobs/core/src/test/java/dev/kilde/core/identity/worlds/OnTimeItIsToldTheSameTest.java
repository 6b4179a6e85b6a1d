package dev.kilde.core.identity.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.keeper.Effect;
import dev.kilde.core.person.Outcome;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What is told, of identity and of everybody, is a function of what came on time, not of how it
 * came: the same changes, the same documents at the same instants.
 */
class OnTimeItIsToldTheSameTest {

  @Provide
  Arbitrary<List<Event>> events() {
    return new Chaos(20, true, true).events();
  }

  @Provide
  Arbitrary<Long> numbers() {
    return Chaos.numbers();
  }

  @Property(tries = 6_000, seed = "20240301", edgeCases = EdgeCasesMode.NONE)
  void whatComesOnTimeIsToldTheSameHoweverItComes(
      @ForAll("events") List<Event> events,
      @ForAll ChaosRules rules,
      @ForAll("numbers") long chance,
      @ForAll("numbers") long otherChance) {
    List<Request> requests =
        Request.some(
            events,
            rules.rules(),
            new SplittableRandom(chance),
            List.of(Request.Kind.UNLINK, Request.Kind.EXPORT));

    assertThat(told(events, requests, rules, chance))
        .as(() -> Tables.of(events) + requests)
        .containsExactlyInAnyOrderElementsOf(told(events, requests, rules, otherChance));
  }

  private static List<Effect> told(
      List<Event> events, List<Request> requests, ChaosRules rules, long chance) {
    SplittableRandom random = new SplittableRandom(chance);
    int howOftenReloaded = random.nextInt(4);
    Chain chain = new Chain(rules.rules(), random, () -> random.nextInt(4) < howOftenReloaded);
    Arrivals.ON_TIME.play(Arrival.of(events, requests), chain, random, Told.day(20));
    return chain.effects().stream().filter(OnTimeItIsToldTheSameTest::isNews).toList();
  }

  /** How an input ended depends on how often it came. */
  private static boolean isNews(Effect effect) {
    return !(effect instanceof Effect.Told told && told.outcome() instanceof Outcome.Settled);
  }
}
