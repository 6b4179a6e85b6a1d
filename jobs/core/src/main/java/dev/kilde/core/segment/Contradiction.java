package dev.kilde.core.segment;

import dev.kilde.core.segment.condition.All;
import dev.kilde.core.segment.condition.Any;
import dev.kilde.core.segment.condition.Not;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two conditions of one list that make each other pointless. What is told is so for everybody at
 * every instant; what is not told may be so all the same.
 *
 * <pre>
 *   all: [x, not: x]     NEVER_BOTH         all: [x, y]  where x excludes y     NEVER_BOTH
 *   any: [x, not: x]     ALWAYS_EITHER      all: [x, x], any: [x, x]            TWICE
 * </pre>
 *
 * @param first the earlier of the two, the same object as in the list
 * @param second the later one, likewise
 */
public record Contradiction(Sort sort, Condition first, Condition second) {

  /** What the two are to each other. */
  public enum Sort {
    /** No one is ever meant by both, and both are asked for. */
    NEVER_BOTH,
    /** Everybody is always meant by one of them, and one is enough. */
    ALWAYS_EITHER,
    /** They are the same. */
    TWICE
  }

  /** All in a condition and in those it is made of, at most one for each condition of a list. */
  public static List<Contradiction> in(Condition whole) {
    List<Contradiction> found = new ArrayList<>();
    find(whole, found);
    return found;
  }

  private static void find(Condition condition, List<Contradiction> found) {
    if (condition instanceof All all) {
      findAmong(all.parts(), Sort.NEVER_BOTH, found);
    } else if (condition instanceof Any any) {
      findAmong(any.parts(), Sort.ALWAYS_EITHER, found);
    }
    condition.parts().forEach(part -> find(part, found));
  }

  private static void findAmong(List<Condition> parts, Sort opposites, List<Contradiction> found) {
    Map<Condition, Condition> earlier = new LinkedHashMap<>();
    for (Condition part : parts) {
      Condition same = earlier.get(part);
      Condition opposite = earlier.get(opposite(part));
      if (opposite == null && opposites == Sort.NEVER_BOTH) {
        opposite = excluded(part, earlier.values());
      }
      if (same != null) {
        found.add(new Contradiction(Sort.TWICE, same, part));
      } else if (opposite != null) {
        found.add(new Contradiction(opposites, opposite, part));
      }
      earlier.putIfAbsent(part, part);
    }
  }

  private static @Nullable Condition excluded(Condition part, Collection<Condition> others) {
    for (Condition other : others) {
      if (part.excludes(other) || other.excludes(part)) {
        return other;
      }
    }
    return null;
  }

  private static Condition opposite(Condition condition) {
    return condition instanceof Not not ? not.part() : new Not(condition);
  }
}
