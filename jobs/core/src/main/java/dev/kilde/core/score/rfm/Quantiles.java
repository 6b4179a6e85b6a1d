package dev.kilde.core.score.rfm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.LongFunction;

/**
 * Quantiles at 20, 40, 60 and 80 %, of type 7 in Hyndman and Fan, <i>Sample Quantiles in
 * Statistical Packages</i>, The American Statistician 50 (1996): linear between the two values
 * around rank {@code (n - 1) p}, counted from 0.
 *
 * <p>Exact: that rank is a whole number of fifths, so that one more decimal than the values have is
 * enough.
 */
final class Quantiles {

  private Quantiles() {}

  /**
   * Of values.
   *
   * @param sorted ascending, at least one
   */
  static List<BigDecimal> of(List<BigDecimal> sorted) {
    return of(sorted.size(), rank -> sorted.get(Math.toIntExact(rank)));
  }

  /**
   * Of values, each as often as it is counted; costs as much as there are different ones.
   *
   * @param counts positive, of at least one value
   */
  static List<BigDecimal> ofCounts(SortedMap<BigDecimal, Long> counts) {
    long size = counts.values().stream().mapToLong(Long::longValue).sum();
    return of(size, rank -> ranked(counts, rank));
  }

  /** The same number, written in one way only: without zeros at the end, without an exponent. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static List<BigDecimal> of(long size, LongFunction<BigDecimal> ranked) {
    List<BigDecimal> quantiles = new ArrayList<>(4);
    for (int fifth = 1; fifth <= 4; fifth++) {
      long fifths = (size - 1) * fifth;
      BigDecimal low = ranked.apply(fifths / 5);
      BigDecimal high = ranked.apply((fifths + 4) / 5);
      BigDecimal share = BigDecimal.valueOf(fifths % 5 * 2, 1);
      quantiles.add(plain(low.add(high.subtract(low).multiply(share))));
    }
    return quantiles;
  }

  private static BigDecimal ranked(SortedMap<BigDecimal, Long> counts, long rank) {
    long upTo = 0;
    for (Map.Entry<BigDecimal, Long> each : counts.entrySet()) {
      upTo += each.getValue();
      if (rank < upTo) {
        return each.getKey();
      }
    }
    throw new IllegalArgumentException("only " + upTo + " values, none of rank " + rank);
  }
}
