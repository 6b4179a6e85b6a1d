package dev.kilde.local.play;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Plays as real sources deliver: some events twice, some a little late and so out of order. The
 * same seed makes the same disorder.
 *
 * <pre>
 *   before   a(0 s)  b(1 s)  c(2 s)
 *   after    a(0 s)  c(2 s)  b(1 s, goes out at 4 s)  a(0 s, again, at 5 s)
 * </pre>
 */
public final class Disorder implements Iterator<Playable> {

  /** How much later than it occurred an event may go out. */
  public static final Duration LATEST = Duration.ofSeconds(5);

  private static final int PARTS = 10_000;
  private static final int TWICE = 100;
  private static final int LATE = 1_000;

  private record Waiting(Playable item, long number) {}

  private final Iterator<Playable> source;
  private final SplittableRandom random;
  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(
          Comparator.comparing((Waiting w) -> w.item().at()).thenComparingLong(Waiting::number));
  private Instant reached = Instant.MIN;
  private long taken;

  /**
   * @param source in order of {@link Playable#at}
   * @param seed of the disorder
   */
  public Disorder(Iterator<Playable> source, long seed) {
    this.source = source;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public boolean hasNext() {
    return !waiting.isEmpty() || source.hasNext();
  }

  @Override
  public Playable next() {
    while (source.hasNext()
        && (waiting.isEmpty() || !waiting.element().item().at().isBefore(reached))) {
      take(source.next());
    }
    if (waiting.isEmpty()) {
      throw new NoSuchElementException("everything has been played");
    }
    return waiting.remove().item();
  }

  private void take(Playable item) {
    reached = item.at();
    if (item instanceof Playable.Event event) {
      boolean late = random.nextInt(PARTS) < LATE;
      waiting.add(new Waiting(late ? later(event, false) : event, taken++));
      if (random.nextInt(PARTS) < TWICE) {
        waiting.add(new Waiting(later(event, true), taken++));
      }
    } else {
      waiting.add(new Waiting(item, taken++));
    }
  }

  private Playable later(Playable.Event event, boolean repeated) {
    Instant at = event.at().plusMillis(1 + random.nextLong(LATEST.toMillis()));
    return new Playable.Event(event.topic(), at, event.occurredAt(), event.event(), repeated);
  }
}
