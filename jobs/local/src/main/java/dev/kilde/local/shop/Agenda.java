package dev.kilde.local.shop;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is going to happen to one person, in order of time; things of one instant in the order they
 * were planned.
 */
final class Agenda {

  private record Moment(Instant at, long number, Consumer<Instant> happening) {}

  private final PriorityQueue<Moment> moments =
      new PriorityQueue<>(Comparator.comparing(Moment::at).thenComparingLong(Moment::number));
  private final Instant end;
  private Instant now;
  private long planned;

  /**
   * @param start nothing happens before
   * @param end nothing happens from then on: what is planned later is forgotten
   */
  Agenda(Instant start, Instant end) {
    this.now = start;
    this.end = end;
  }

  /** Plans a happening; one that should have been earlier comes one millisecond after now. */
  void plan(Instant at, Consumer<Instant> happening) {
    Instant when = at.isAfter(now) ? at : now.plusMillis(1);
    if (when.isBefore(end)) {
      moments.add(new Moment(when, planned++, happening));
    }
  }

  /** When the next thing happens; null if nothing ever will. */
  @Nullable Instant next() {
    Moment moment = moments.peek();
    return moment == null ? null : moment.at();
  }

  /** Nothing of what is planned is going to happen. */
  void forget() {
    moments.clear();
  }

  /** Lets the next thing happen; it may plan further things. */
  void proceed() {
    Moment moment = moments.remove();
    now = moment.at();
    moment.happening().accept(moment.at());
  }
}
