package dev.kilde.core.segment.condition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** When the newest of many things happened; asked on every event, so no more is looked at. */
final class Newest {

  private Newest() {}

  /**
   * The instants of those that match, newest first: of those that have happened so many at most,
   * and all that are yet to come.
   *
   * @param oldestFirst thousands, perhaps
   * @param horizon what happened before it is not looked at; null: all is
   */
  static <E> List<Instant> of(
      List<E> oldestFirst,
      Function<E, Instant> at,
      Predicate<E> matches,
      @Nullable Instant horizon,
      Instant now,
      int most) {
    List<Instant> newest = new ArrayList<>();
    int happened = 0;
    for (int i = oldestFirst.size() - 1; i >= 0 && happened < most; i--) {
      E each = oldestFirst.get(i);
      Instant then = at.apply(each);
      if (horizon != null && then.isBefore(horizon)) {
        break;
      }
      if (matches.test(each)) {
        newest.add(then);
        happened += then.isAfter(now) ? 0 : 1;
      }
    }
    return newest;
  }
}
