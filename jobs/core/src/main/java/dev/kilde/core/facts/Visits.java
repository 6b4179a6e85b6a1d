package dev.kilde.core.facts;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.Tracked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Behaviour on the site and in the app.
 *
 * @param counts number of retained events by tracking name
 * @param lastViewed product ids of the latest product views, newest first, each once, at most
 *     {@value #MOST_VIEWED}
 */
public record Visits(Map<String, Long> counts, List<String> lastViewed) {

  /** How many product ids are remembered as last viewed. */
  public static final int MOST_VIEWED = 20;

  public static final Visits NONE = new Visits(Map.of(), List.of());

  /** The fold. */
  public static final Fact<Visits> FACT =
      new Fact<>() {
        @Override
        public String name() {
          return "visits";
        }

        @Override
        public Visits empty() {
          return NONE;
        }

        @Override
        public boolean concerns(Event event) {
          return event instanceof Tracked;
        }

        @Override
        public Visits fold(Visits before, Event event) {
          return event instanceof Tracked tracked ? before.with(tracked) : before;
        }
      };

  public Visits {
    lastViewed = List.copyOf(lastViewed);
  }

  private Visits with(Tracked tracked) {
    Map<String, Long> next = new TreeMap<>(counts);
    next.merge(tracked.name(), 1L, Long::sum);
    String product = tracked.productId();
    boolean viewed = tracked.name().equals("product_viewed") && product != null;
    return new Visits(next, viewed && product != null ? withFirst(product) : lastViewed);
  }

  private List<String> withFirst(String product) {
    List<String> next = new ArrayList<>(lastViewed.size() + 1);
    next.add(product);
    for (String earlier : lastViewed) {
      if (!earlier.equals(product) && next.size() < MOST_VIEWED) {
        next.add(earlier);
      }
    }
    return next;
  }
}
