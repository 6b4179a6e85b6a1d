package dev.kilde.core.facts;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.Tracked;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Behaviour on the site and in the app.
 *
 * @param all every retained one, oldest first
 */
public record Visits(List<Visit> all) {

  /** How many product ids are remembered as last viewed. */
  public static final int MOST_VIEWED = 20;

  public static final Visits NONE = new Visits(List.of());

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

  /** Number of them by tracking name. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    all.forEach(visit -> counts.merge(visit.name(), 1L, Long::sum));
    return counts;
  }

  /**
   * Product ids of the latest product views, newest first, each once, at most {@value
   * #MOST_VIEWED}.
   */
  public List<String> lastViewed() {
    Set<String> last = new LinkedHashSet<>();
    for (int i = all.size() - 1; i >= 0 && last.size() < MOST_VIEWED; i--) {
      Visit visit = all.get(i);
      String product = visit.productId();
      if (product != null && visit.name().equals("product_viewed")) {
        last.add(product);
      }
    }
    return List.copyOf(last);
  }

  private Visits with(Tracked tracked) {
    return new Visits(Growing.with(all, Visit.of(tracked)));
  }
}
