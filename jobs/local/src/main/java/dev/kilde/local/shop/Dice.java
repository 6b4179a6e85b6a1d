package dev.kilde.local.shop;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One person's chance. Uses only whole numbers and {@link StrictMath}, so that every machine throws
 * the same.
 */
final class Dice {

  private static final int PARTS = 1_000_000;

  private final SplittableRandom random;

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  /** The dice of one stream of a seed; streams are independent of each other. */
  static Dice of(long seed, long stream) {
    return new Dice(new SplittableRandom(mixed(seed ^ mixed(stream + 1))));
  }

  /** A one-to-one mix of all bits (the finaliser of SplitMix64). */
  static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** True with the given probability, 0 to 1. */
  boolean chance(double probability) {
    return random.nextInt(PARTS) < probability * PARTS;
  }

  /** A whole number, both bounds included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /** A span, both bounds included, to the millisecond. */
  Duration between(Duration least, Duration most) {
    return Duration.ofMillis(
        least.toMillis() + random.nextLong(most.toMillis() - least.toMillis() + 1));
  }

  /** One element of a list that is not empty. */
  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /**
   * One element of a list that is not empty; the first is liked most, the k-th about 1/k as much.
   */
  <T> T favourite(List<T> list) {
    double u = (random.nextInt(PARTS) + 0.5) / PARTS;
    int index = (int) (StrictMath.exp(u * StrictMath.log(list.size() + 1.0)) - 1);
    return list.get(Math.min(index, list.size() - 1));
  }

  /** An index of {@code weights}, as often as its weight says. */
  int weighted(int... weights) {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    int left = random.nextInt(sum);
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    throw new AssertionError("weights do not add up");
  }

  /** A waiting time without memory, of the given mean, in the mean's unit. */
  double exponential(double mean) {
    return -mean * StrictMath.log((random.nextInt(PARTS) + 0.5) / PARTS);
  }
}
