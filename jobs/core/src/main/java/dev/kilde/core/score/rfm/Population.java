package dev.kilde.core.score.rfm;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Everybody with a counting purchase, as far as break points need it: counts that go up and down,
 * so that a buyer who changes is taken out as he was and put in as he is. Mutable.
 *
 * <pre>
 *   last purchase   by quarter of an hour (q - 15 min, q]      exact at every q
 *   frequency       by number                                  exact
 *   monetary        by {@link AmountBucket}                     less than 1 % too low
 * </pre>
 *
 * <p>Populations add up, also ones that only hold what changed: then more may have been taken out
 * than put in.
 */
public final class Population {

  private static final long QUARTER_SECONDS = Duration.ofMinutes(15).toSeconds();
  private static final long QUARTERS_A_DAY = 96;

  private final TreeMap<Long, Long> lastBuckets;
  private final TreeMap<Integer, Long> frequencies;
  private final TreeMap<Integer, Long> monetaryBuckets;

  /** Nobody. */
  public Population() {
    this(Collections.emptySortedMap(), Collections.emptySortedMap(), Collections.emptySortedMap());
  }

  /** What another one has told of itself. */
  public Population(
      SortedMap<Long, Long> lastBuckets,
      SortedMap<Integer, Long> frequencies,
      SortedMap<Integer, Long> monetaryBuckets) {
    this.lastBuckets = new TreeMap<>(lastBuckets);
    this.frequencies = new TreeMap<>(frequencies);
    this.monetaryBuckets = new TreeMap<>(monetaryBuckets);
  }

  public void add(Buyer buyer) {
    count(buyer, 1);
  }

  /** Takes out one that was added, here or in another population this one is merged with. */
  public void remove(Buyer buyer) {
    count(buyer, -1);
  }

  /** Adds everybody of another one, and takes out whom it does. */
  public void merge(Population other) {
    other.lastBuckets.forEach((bucket, count) -> count(lastBuckets, bucket, count));
    other.frequencies.forEach((number, count) -> count(frequencies, number, count));
    other.monetaryBuckets.forEach((bucket, count) -> count(monetaryBuckets, bucket, count));
  }

  /** Whether it holds nobody, and takes nobody out. */
  public boolean isEmpty() {
    return lastBuckets.isEmpty() && frequencies.isEmpty() && monetaryBuckets.isEmpty();
  }

  /**
   * The quintiles.
   *
   * @param asOf a whole quarter of an hour, as midnight is in every zone of today; else the one
   *     before it is meant
   * @throws IllegalStateException where it holds nobody, or more were taken out than put in
   */
  public BreakPoints breakPoints(Instant asOf) {
    long now = Math.floorDiv(asOf.getEpochSecond(), QUARTER_SECONDS);
    return new BreakPoints(
        Quantiles.ofCounts(
            values(
                lastBuckets,
                bucket ->
                    BigDecimal.valueOf(Math.max(0, Math.floorDiv(now - bucket, QUARTERS_A_DAY))))),
        Quantiles.ofCounts(values(frequencies, BigDecimal::valueOf)),
        Quantiles.ofCounts(values(monetaryBuckets, AmountBucket::least)));
  }

  /**
   * The quintiles, all three exact at any instant.
   *
   * @param buyers at least one
   */
  public static BreakPoints exact(Collection<Buyer> buyers, Instant asOf) {
    if (buyers.isEmpty()) {
      throw new IllegalArgumentException("nobody has no quintiles");
    }
    return new BreakPoints(
        Quantiles.of(
            buyers.stream().map(b -> BigDecimal.valueOf(b.recencyDays(asOf))).sorted().toList()),
        Quantiles.of(buyers.stream().map(b -> BigDecimal.valueOf(b.frequency())).sorted().toList()),
        Quantiles.of(buyers.stream().map(Buyer::monetary).sorted().toList()));
  }

  /**
   * How many bought last in {@code (q - 1, q]}, by {@code q}: quarters of an hour since 1970. A
   * view, as the others are: zeros are not in it.
   */
  public SortedMap<Long, Long> lastBuckets() {
    return Collections.unmodifiableSortedMap(lastBuckets);
  }

  /** How many bought so many times. */
  public SortedMap<Integer, Long> frequencies() {
    return Collections.unmodifiableSortedMap(frequencies);
  }

  /** How many bought for so much, by the number of the {@link AmountBucket}. */
  public SortedMap<Integer, Long> monetaryBuckets() {
    return Collections.unmodifiableSortedMap(monetaryBuckets);
  }

  private void count(Buyer buyer, long by) {
    count(lastBuckets, lastBucket(buyer.last()), by);
    count(frequencies, buyer.frequency(), by);
    count(monetaryBuckets, AmountBucket.of(buyer.monetary()), by);
  }

  private static <K> void count(Map<K, Long> counts, K key, long by) {
    counts.merge(key, by, (a, b) -> a + b == 0 ? null : a + b);
  }

  /** The first quarter of an hour at or after an instant. */
  private static long lastBucket(Instant last) {
    long seconds = last.getEpochSecond() + (last.getNano() > 0 ? 1 : 0);
    return -Math.floorDiv(-seconds, QUARTER_SECONDS);
  }

  private static <K> SortedMap<BigDecimal, Long> values(
      Map<K, Long> counts, Function<K, BigDecimal> value) {
    SortedMap<BigDecimal, Long> values = new TreeMap<>();
    counts.forEach(
        (key, count) -> {
          if (count < 0) {
            throw new IllegalStateException(-count + " too many were taken out of " + key);
          }
          values.merge(value.apply(key), count, Long::sum);
        });
    if (values.isEmpty()) {
      throw new IllegalStateException("nobody has no quintiles");
    }
    return values;
  }
}
