package dev.kilde.core.flow;

import static dev.kilde.core.Told.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.definition.MessageClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerTest {

  @Test
  void ofOneJourneyInTwoPlacesTheOneThatGotFurtherCounts() {
    Journey behind = journey("cart", "c1", "first", minute(10));
    Journey ahead = journey("cart", "c1", "second", minute(20));
    Journey ended = journey("cart", "c1", "end", null);

    assertThat(journeys(behind).with(journeys(ahead)).journeys()).containsExactly(ahead);
    assertThat(journeys(ahead).with(journeys(behind)).journeys()).containsExactly(ahead);
    assertThat(journeys(ended).with(journeys(ahead)).journeys()).containsExactly(ended);
  }

  @Test
  void journeysOfAnotherFlowOrEntryAreOthers() {
    Journey cart = journey("cart", "c1", "first", minute(10));
    Journey otherCart = journey("cart", "c2", "first", minute(10));
    Journey welcome = journey("welcome", "c1", "first", minute(10));

    assertThat(journeys(welcome, cart).with(journeys(otherCart)).journeys())
        .containsExactly(cart, otherCart, welcome);
  }

  @Test
  void aStepSentByBothIsSentOnceAndWhenItWasFirst() {
    SentStep first = new SentStep("cart", "c1", "first", "t1", minute(1));
    SentStep again = new SentStep("cart", "c1", "first", "t2", minute(2));
    SentStep second = new SentStep("cart", "c1", "second", "t3", minute(3));

    assertThat(steps(again, second).with(steps(first)).sentSteps()).containsExactly(first, second);
  }

  @Test
  void aMessageIsCountedOnce() {
    CapSlot slot = new CapSlot("t1", "email", MessageClass.MARKETING, minute(1));
    CapSlot other = new CapSlot("t2", "email", MessageClass.MARKETING, minute(1));

    assertThat(slots(other, slot).with(slots(slot)).capSlots()).containsExactly(slot, other);
  }

  @Test
  void itIsEmptyOnlyWithoutJourneysStepsAndSlots() {
    assertThat(Ledger.EMPTY.isEmpty()).isTrue();
    assertThat(journeys(journey("cart", "c1", "first", null)).isEmpty()).isFalse();
    assertThat(steps(new SentStep("cart", "c1", "first", "t1", minute(1))).isEmpty()).isFalse();
    assertThat(slots(new CapSlot("t1", "email", MessageClass.SERVICE, minute(1))).isEmpty())
        .isFalse();
  }

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void whoIsAskedForWhomMakesNoDifference(
      @ForAll("ledgers") Ledger a, @ForAll("ledgers") Ledger b) {
    assertThat(a.with(b)).isEqualTo(b.with(a));
  }

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void whoComesTogetherFirstMakesNoDifference(
      @ForAll("ledgers") Ledger a, @ForAll("ledgers") Ledger b, @ForAll("ledgers") Ledger c) {
    assertThat(a.with(b).with(c)).isEqualTo(a.with(b.with(c)));
  }

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void whatIsHandedOverTwiceIsHandedOverOnce(
      @ForAll("ledgers") Ledger a, @ForAll("ledgers") Ledger b) {
    assertThat(a.with(a)).isEqualTo(a.with(Ledger.EMPTY));
    assertThat(a.with(b).with(b)).isEqualTo(a.with(b));
  }

  @Provide
  Arbitrary<Ledger> ledgers() {
    return Arbitraries.longs()
        .withDistribution(RandomDistribution.uniform())
        .map(seed -> draw(new Random(seed)));
  }

  private static Ledger draw(Random random) {
    List<Journey> journeys = new ArrayList<>();
    List<SentStep> steps = new ArrayList<>();
    List<CapSlot> slots = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      Instant nextAt = random.nextInt(3) == 0 ? null : minute(random.nextInt(3));
      journeys.add(
          new Journey(
              of(random, "cart", "welcome"),
              random.nextInt(2),
              of(random, "c1", "c2"),
              of(random, "first", "second"),
              minute(random.nextInt(2)),
              nextAt));
    }
    for (int i = random.nextInt(5); i > 0; i--) {
      steps.add(
          new SentStep(
              of(random, "cart", "welcome"),
              of(random, "c1", "c2"),
              of(random, "first", "second"),
              of(random, "t1", "t2"),
              minute(random.nextInt(2))));
    }
    for (int i = random.nextInt(5); i > 0; i--) {
      slots.add(
          new CapSlot(
              of(random, "t1", "t2", "t3"),
              of(random, "email", "sms"),
              random.nextBoolean() ? MessageClass.SERVICE : MessageClass.MARKETING,
              minute(random.nextInt(2))));
    }
    return new Ledger(journeys, steps, slots);
  }

  private static String of(Random random, String... some) {
    return some[random.nextInt(some.length)];
  }

  private static Journey journey(
      String flow, String entryKey, String step, @Nullable Instant nextAt) {
    return new Journey(flow, 1, entryKey, step, minute(0), nextAt);
  }

  private static Ledger journeys(Journey... journeys) {
    return new Ledger(List.of(journeys), List.of(), List.of());
  }

  private static Ledger steps(SentStep... steps) {
    return new Ledger(List.of(), List.of(steps), List.of());
  }

  private static Ledger slots(CapSlot... slots) {
    return new Ledger(List.of(), List.of(), List.of(slots));
  }
}
