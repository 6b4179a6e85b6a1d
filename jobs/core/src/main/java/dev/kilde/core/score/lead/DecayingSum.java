package dev.kilde.core.score.lead;

import java.math.BigDecimal;

/**
 * Points that lose half their worth in every half-life, added up in whole numbers: the order of
 * addition cannot matter.
 *
 * <p>Time since 1970 is cut into epochs of one half-life. Points earned in epoch {@code e} weigh
 * what they would have been worth at its beginning, and halve from epoch to epoch:
 *
 * <pre>
 *   epoch         e           e + 1         E
 *           |-----*-----|-------------|----------o---    * earned   o now
 *
 *   weight = round(points * 2^44 * 2^(part of e gone by at *))     added to the bucket of e
 *   sum    = buckets of e, each halved E - e times, rounded down
 *   worth  = round(sum * 2^-44 * 2^-(part of E gone by at o), to 10^-10 points)
 * </pre>
 *
 * <p>Without additions the worth never rises. Within an epoch {@link StrictMath#pow} is
 * semi-monotonic, and so are a product of doubles and rounding. From one epoch to the next the sum
 * is at most half of what it was, since halves rounded down add up to no more than half; and what
 * an epoch ends on is at least {@code pow(2, -1)}, exactly one half, of its sum.
 *
 * <p>Off by less than 10^-10 points for a thousand additions, so that points show in full when they
 * are earned and as exactly half one half-life later. Built by additions, then only read.
 */
final class DecayingSum {

  /**
   * After so many half-lives points are worth nothing: of ten thousand less than a unit is left.
   */
  static final int REACH = 48;

  /** Decimals of {@link #worth}. */
  private static final int DECIMALS = 10;

  private static final double ONE_POINT = 0x1p44;
  private static final double UNITS = 1e10 / ONE_POINT;
  private static final double LN_2 = 0.6931471805599453;

  /** Of one bucket, 65,536 points at least: a sum of halves stays below 2^62. */
  private static final long MOST = 1L << 61;

  private final long halfLife;
  private final long newest;

  /** By epochs before the newest. */
  private final long[] buckets = new long[REACH + 1];

  /**
   * Nothing.
   *
   * @param halfLife ms
   * @param until ms since 1970; later points are not added
   */
  DecayingSum(long halfLife, long until) {
    this.halfLife = halfLife;
    this.newest = Math.floorDiv(until, halfLife);
  }

  /**
   * What points weigh.
   *
   * @param at when they were earned, ms since 1970
   */
  static long weight(double points, long at, long halfLife) {
    double part = Math.floorMod(at, halfLife) / (double) halfLife;
    // cheaper than pow; only the worth has to fall, weights need be no more than close
    return Math.round(points * ONE_POINT * StrictMath.exp(part * LN_2));
  }

  /** Whether anything is left of points earned then. */
  boolean reaches(long at) {
    return newest - Math.floorDiv(at, halfLife) <= REACH;
  }

  /**
   * Adds points.
   *
   * @param at when they were earned, ms since 1970
   * @param weight of these points
   */
  void add(long at, long weight) {
    int age = Math.toIntExact(newest - Math.floorDiv(at, halfLife));
    buckets[age] = Math.min(MOST, buckets[age] + Math.min(MOST, weight));
  }

  /**
   * What the points are worth, with ten decimals.
   *
   * @param now ms since 1970, not before the last addition
   */
  BigDecimal worth(long now) {
    double part = Math.floorMod(now, halfLife) / (double) halfLife;
    double units = (double) sum(now) * StrictMath.pow(2, -part) * UNITS;
    return BigDecimal.valueOf((long) StrictMath.floor(units + 0.5), DECIMALS);
  }

  /** From when on the points are worth nothing, ms since 1970. */
  long end() {
    return (newest + REACH + 1) * halfLife;
  }

  private long sum(long now) {
    long halvings = Math.floorDiv(now, halfLife) - newest;
    long sum = 0;
    for (int age = 0; age + halvings <= REACH; age++) {
      sum += buckets[age] >> (age + halvings);
    }
    return sum;
  }
}
