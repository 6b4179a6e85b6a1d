package dev.kilde.core.keeper;

import dev.kilde.core.event.Identifier;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * How an identifier is written, and which weaker ones came with it: what an erasure must reach.
 *
 * @param self as it is written
 * @param weaker each once, the latest met last, at most {@value #MOST}
 * @param until the end of the day on which the last event that names any of them occurred
 */
public record Acquaintance(Identifier self, List<Identifier> weaker, Instant until) {

  /** A person with a hundred devices of each kind has fewer. */
  static final int MOST = 1_000;

  public Acquaintance {
    weaker = List.copyOf(weaker);
  }

  /** Of an identifier that so far came alone. */
  static Acquaintance of(Identifier self) {
    return new Acquaintance(self, List.of(), Instant.MIN);
  }

  /** The same, with these met at an instant; itself where that is nothing new. */
  Acquaintance with(List<Identifier> met, Instant at) {
    Instant end = at.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    Instant later = end.isAfter(until) ? end : until;
    if (weaker.containsAll(met)) {
      return later.equals(until) ? this : new Acquaintance(self, weaker, later);
    }
    List<Identifier> next = new ArrayList<>(weaker);
    next.removeAll(met);
    next.addAll(met);
    return new Acquaintance(
        self, next.subList(Math.max(0, next.size() - MOST), next.size()), later);
  }
}
