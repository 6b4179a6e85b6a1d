package dev.kilde.core.identity.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.person.Profile;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;

/**
 * What an unknown identifier did is the person's once it is known, in any order of arrival; people
 * never merge; everybody has what the script says, and nobody else is there.
 */
class ChainKnowsWhoItWasTest {

  private static final Instant END = Told.day(20);

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
  }

  @Property(
      tries = 30_000,
      seed = "20240301",
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void everybodyHasWhatTheScriptSays(@ForAll("seeds") long seed, @ForAll Arrivals arrivals) {
    World world = Script.world(seed);
    SplittableRandom random = new SplittableRandom(seed);
    int howOftenReloaded = random.nextInt(4);
    Chain chain =
        new Chain(IdentityRules.DEFAULT, random, () -> random.nextInt(4) < howOftenReloaded);

    arrivals.play(Arrival.of(world.events()), chain, random, END);

    Map<ProfileId, Facts> found = new HashMap<>();
    for (Profile profile : chain.profiles(END).values()) {
      found.put(profile.profileId(), Facts.of(profile));
    }
    assertThat(found).as(world::toString).isEqualTo(world.truth());
  }
}
