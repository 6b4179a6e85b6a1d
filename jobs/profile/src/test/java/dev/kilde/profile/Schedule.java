package dev.kilde.profile;

import dev.kilde.connectors.input.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What is written to which partition in which order, ticks among it.
 *
 * @param partitions each read by a source of its own, whose time is its own ticks
 * @param inputs records in all of them, copies included
 */
record Schedule(List<List<Input>> partitions, int inputs) {

  /** How long after it occurred an event on time may be written. */
  static final Duration BOUND = Duration.ofSeconds(10);

  /** Told by the last tick of every partition, less the bound: everything has happened by then. */
  static final Instant UNTIL = World.END.plus(Duration.ofDays(9));

  private record Written(Instant at, boolean tick, Input input) {}

  /** One partition, every event written once, at the instant it occurred. */
  static Schedule plain(List<World> worlds) {
    return of(worlds, new Random(0), 1, 1, sample -> 0);
  }

  /** Everything is written up to three times and at most {@link #BOUND} after it occurred. */
  static Schedule onTime(List<World> worlds, Random random, int partitions) {
    return of(worlds, random, partitions, 3, sample -> random.nextLong(BOUND.toMillis() + 1));
  }

  /** Half of everything is written up to three days after it occurred. */
  static Schedule late(List<World> worlds, Random random, int partitions) {
    return of(
        worlds,
        random,
        partitions,
        3,
        sample -> random.nextLong(random.nextBoolean() ? BOUND.toMillis() : 3 * 86_400_000L));
  }

  private interface Delay {
    long millis(Sample sample);
  }

  private static Schedule of(
      List<World> worlds, Random random, int partitions, int mostCopies, Delay delay) {
    List<List<Written>> written = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      written.add(ticks(random));
    }
    int inputs = 0;
    for (World world : worlds) {
      for (Sample sample : world.samples()) {
        Input input = sample.input();
        int copies = random.nextInt(4) == 0 ? mostCopies : 1;
        inputs += copies;
        for (int i = 0; i < copies; i++) {
          Instant at = sample.occurredAt().plusMillis(delay.millis(sample));
          written.get(random.nextInt(partitions)).add(new Written(at, false, input));
        }
      }
    }
    return new Schedule(written.stream().map(Schedule::inOrder).toList(), inputs);
  }

  private static List<Written> ticks(Random random) {
    List<Written> ticks = new ArrayList<>();
    for (int i = 30 + random.nextInt(120); i > 0; i--) {
      long span = i % 2 == 0 ? 120_000 : Duration.between(World.START, UNTIL).toMillis();
      ticks.add(tick(World.START.plusMillis(random.nextLong(span))));
    }
    ticks.add(tick(UNTIL.plus(BOUND)));
    return ticks;
  }

  private static Written tick(Instant at) {
    return new Written(at, true, Input.tick(at));
  }

  private static List<Input> inOrder(List<Written> written) {
    return written.stream()
        .sorted(Comparator.comparing(Written::at).thenComparing(Written::tick))
        .map(Written::input)
        .toList();
  }
}
