package dev.kilde.core.identity.worlds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** In which order everything arrives, and how far the watermark is by then. */
enum Arrivals {
  /** Within a bound: nothing comes after the watermark. */
  ON_TIME,
  /** Nearly all within a bound. */
  SOMETIMES_LATE,
  /** In any order whatever, at any watermark. */
  SHUFFLED;

  private static final Duration WITHIN = Duration.ofHours(1);

  /** When something arrives, in milliseconds of the events' own time. */
  private record Timed(Arrival arrival, long at) {}

  /** Everything, some of it twice, all delivered, the watermark at the end. */
  void play(List<Arrival> arrivals, Chain chain, SplittableRandom random, Instant end) {
    int pace = 1 + random.nextInt(60);
    long bound = 1 + random.nextLong(1 + span(arrivals));
    long latest = 0;
    for (Arrival arrival : inOrder(arrivals, bound, random)) {
      arrival.act().accept(chain);
      latest = Math.max(latest, arrival.at().toEpochMilli());
      if (random.nextInt(3) > 0) {
        chain.advance(Instant.ofEpochMilli(Math.max(0, latest - bound)));
      }
      chain.deliver(random.nextInt(pace));
    }
    chain.advance(last(arrivals).plus(WITHIN)); // what requests spread comes back within hours
    chain.deliverAll();
    chain.advance(end);
    chain.deliverAll();
  }

  private List<Arrival> inOrder(List<Arrival> arrivals, long bound, SplittableRandom random) {
    List<Timed> timed = new ArrayList<>();
    long span = span(arrivals);
    for (Arrival arrival : arrivals) {
      for (int copies = random.nextInt(5) == 0 ? 2 : 1; copies > 0; copies--) {
        boolean late = this == SHUFFLED || (this == SOMETIMES_LATE && random.nextInt(5) == 0);
        long delay = random.nextLong(late ? 2 * span + bound : bound);
        timed.add(new Timed(arrival, arrival.at().toEpochMilli() + delay));
      }
    }
    shuffle(timed, random);
    timed.sort(Comparator.comparing(Timed::at));
    return timed.stream().map(Timed::arrival).toList();
  }

  private static long span(List<Arrival> arrivals) {
    Instant first = Collections.min(arrivals, Comparator.comparing(Arrival::at)).at();
    return last(arrivals).toEpochMilli() - first.toEpochMilli();
  }

  private static Instant last(List<Arrival> arrivals) {
    return Collections.max(arrivals, Comparator.comparing(Arrival::at)).at();
  }

  private static <T> void shuffle(List<T> list, SplittableRandom random) {
    for (int i = list.size() - 1; i > 0; i--) {
      Collections.swap(list, i, random.nextInt(i + 1));
    }
  }
}
