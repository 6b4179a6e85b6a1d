package dev.kilde.core.verdict;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** How often something happened, as a window sees it while time goes by. */
public final class Occurrences {

  private Occurrences() {}

  /**
   * Whether as many count as have to, and the exact instant at which that flips.
   *
   * @param times when it happened, in any order; what is later than {@code now} will have
   * @param enough asked of a number of occurrences
   */
  public static Verdict<Boolean> counted(
      Collection<Instant> times, Window window, LongPredicate enough, Instant now) {
    long[] begins = new long[times.size()];
    long[] ends = new long[times.size()];
    int beginning = 0;
    int ending = 0;
    long count = 0;
    for (Instant at : times) {
      Instant from = window.from(at);
      Instant until = window.until(at);
      if (until != null && !until.isAfter(now)) {
        continue;
      }
      if (from.isAfter(now)) {
        begins[beginning++] = from.toEpochMilli();
      } else {
        count++;
      }
      if (until != null) {
        ends[ending++] = until.toEpochMilli();
      }
    }
    Arrays.sort(begins, 0, beginning);
    Arrays.sort(ends, 0, ending);
    return new Verdict<>(enough.test(count), flip(begins, beginning, ends, ending, count, enough));
  }

  private static @Nullable Instant flip(
      long[] begins, int beginning, long[] ends, int ending, long counted, LongPredicate enough) {
    boolean truth = enough.test(counted);
    long count = counted;
    int begun = 0;
    int ended = 0;
    while (begun < beginning || ended < ending) {
      long at =
          Math.min(
              begun < beginning ? begins[begun] : Long.MAX_VALUE,
              ended < ending ? ends[ended] : Long.MAX_VALUE);
      for (; begun < beginning && begins[begun] == at; begun++) {
        count++;
      }
      for (; ended < ending && ends[ended] == at; ended++) {
        count--;
      }
      if (enough.test(count) != truth) {
        return Instant.ofEpochMilli(at);
      }
    }
    return null;
  }
}
