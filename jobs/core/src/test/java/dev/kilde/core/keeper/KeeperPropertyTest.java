package dev.kilde.core.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.EventId;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.Fate;
import dev.kilde.core.person.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.jspecify.annotations.Nullable;

/** What holds of a keeper whatever it is told. */
class KeeperPropertyTest {

  private static final Instant END = Told.day(60);

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
  }

  /** All of it: small caps, short retention, requests. */
  @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
  void whetherItIsWrittenBackAndReadAgainMakesNoDifference(@ForAll("seeds") long seed) {
    List<Message> messages = new DrawnMessages(seed).messages();
    Keeper.Rules rules = new DrawnMessages(seed).rules();

    List<Effect> reloaded = live(messages, rules, seed, () -> true);
    same(inOrder(reloaded), inOrder(live(messages, rules, seed, () -> false)));
  }

  /** What is on time has its effects whenever it arrives, however the watermark goes. */
  @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
  void whatIsOnTimeDependsOnNeitherArrivalNorWatermark(@ForAll("seeds") long seed) {
    Random random = new Random(seed);
    List<Message> messages = new DrawnMessages(seed).messages();
    messages.removeIf(
        m ->
            m instanceof Message.Retracted // like a drop it reaches what came before it
                || (m instanceof Message.Moved moved && moved.change() instanceof Change.Drop));
    Keeper.Rules rules = new DrawnMessages(seed).rules();
    Kept atOnce = new Kept(rules, () -> false);
    messages.forEach(atOnce::receive);
    atOnce.advance(END);

    Collections.shuffle(messages, random);
    Kept inSteps = new Kept(rules, random::nextBoolean);
    for (int i = 0; i < messages.size(); i++) {
      Instant earliest = END;
      for (Message coming : messages.subList(i, messages.size())) {
        earliest = coming.at().isBefore(earliest) ? coming.at() : earliest;
      }
      inSteps.advance(earliest.minusMillis(1 + random.nextInt(100_000_000)));
      inSteps.receive(messages.get(i));
    }
    inSteps.advance(END);

    same(inOrder(withoutDuplicates(inSteps.effects)), inOrder(withoutDuplicates(atOnce.effects)));
  }

  /** Says the first difference alone: the lists are long. */
  private static void same(List<Effect> these, List<Effect> those) {
    for (int i = 0; i < Math.min(these.size(), those.size()); i++) {
      assertThat(these.get(i)).as("effect %d", i).isEqualTo(those.get(i));
    }
    assertThat(these).hasSameSizeAs(those);
  }

  private static List<Effect> live(
      List<Message> messages, Keeper.Rules rules, long seed, BooleanSupplier reload) {
    Random random = new Random(seed);
    Kept kept = new Kept(rules, reload);
    for (Message message : messages) {
      kept.receive(message);
      if (random.nextInt(3) == 0) {
        kept.advance(messages.get(random.nextInt(messages.size())).at());
      }
    }
    kept.advance(END);
    return kept.effects;
  }

  /** A link moves many events at once, in no order; each by itself keeps its own. */
  private static List<Effect> inOrder(List<Effect> effects) {
    List<Effect> sorted = new ArrayList<>(effects);
    for (int from = 0; from < sorted.size(); from++) {
      int to = from;
      while (to < sorted.size() && movedId(sorted.get(to)) != null) {
        to++;
      }
      sorted.subList(from, to).sort(Comparator.comparing(effect -> movedId(effect) + ""));
      from = to;
    }
    return sorted;
  }

  private static @Nullable EventId movedId(Effect effect) {
    return effect instanceof Effect.Sent sent && sent.message() instanceof Message.Moved moved
        ? moved.change().id()
        : null;
  }

  /** When the same message arrives twice, the second may end while the first waits. */
  private static List<Effect> withoutDuplicates(List<Effect> effects) {
    return effects.stream()
        .filter(
            effect ->
                !(effect instanceof Effect.Told told
                    && told.outcome() instanceof Outcome.Settled settled
                    && settled.fate() == Fate.DUPLICATE))
        .toList();
  }
}
