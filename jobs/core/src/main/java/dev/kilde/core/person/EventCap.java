package dev.kilde.core.person;

import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.Engaged;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.ReceiptSnapshot;
import dev.kilde.core.event.Tracked;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many events are kept of one person or identifier. Where there are more, the oldest go: of
 * behaviour first, then of purchases, then of what was said of contact and permission.
 *
 * <p>An eighth goes at a time, so that a person over the cap is refolded once for many events.
 *
 * @param most at least {@value #LEAST}
 */
public record EventCap(int most) {

  static final int LEAST = 8;

  /** More than anybody does by hand in a year. */
  public static final EventCap DEFAULT = new EventCap(20_000);

  /**
   * @throws IllegalArgumentException for a cap that keeps next to nothing
   */
  public EventCap {
    if (most < LEAST) {
      throw new IllegalArgumentException("at least " + LEAST + " events are kept: " + most);
    }
  }

  /**
   * An event's place among those that go; the least goes first.
   *
   * @param weight 0 behaviour, 1 purchases, 2 contact and permission
   */
  public record Place(int weight, CanonicalOrder order) implements Comparable<Place> {

    public static Place of(Event event) {
      return new Place(weightOf(event), CanonicalOrder.of(event));
    }

    @Override
    public int compareTo(Place other) {
      int byWeight = Integer.compare(weight, other.weight);
      return byWeight != 0 ? byWeight : order.compareTo(other.order);
    }

    private static int weightOf(Event event) {
      if (event instanceof Tracked || event instanceof Engaged) {
        return 0;
      }
      return event instanceof OrderSnapshot || event instanceof ReceiptSnapshot ? 1 : 2;
    }
  }

  /** Whether so many are too many. */
  public boolean isExceededBy(int events) {
    return events > most;
  }

  /** Those that go of too many, the last of them last. */
  public List<Held> excess(Collection<Held> all) {
    int kept = most - most / 8;
    return all.stream()
        .sorted((a, b) -> Place.of(a.event()).compareTo(Place.of(b.event())))
        .limit(Math.max(0, all.size() - kept))
        .toList();
  }

  /** Whether the cap has already taken what is at this place. */
  public static boolean hasTaken(@Nullable Place capped, Event event) {
    return capped != null && Place.of(event).compareTo(capped) <= 0;
  }
}
