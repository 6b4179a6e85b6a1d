package dev.kilde.core.score.rfm;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amounts by their first three digits: a logarithmic scale of 900 buckets a power of ten that every
 * machine computes alike, and on which round amounts stay what they are.
 *
 * <pre>
 *   149.95 -> 149      1234 -> 1230      0.5 -> 0.5
 * </pre>
 *
 * <p>The least amount of a bucket is less than 1 % below any other of it: at most 1 in 101.
 */
final class AmountBucket {

  private static final int A_POWER_OF_TEN = 900;
  private static final int FIRST = 100;

  private AmountBucket() {}

  /**
   * The bucket, ascending with the amount.
   *
   * @param amount positive
   */
  static int of(BigDecimal amount) {
    int exponent = amount.precision() - amount.scale() - 3;
    int digits =
        amount.scaleByPowerOfTen(-exponent).setScale(0, RoundingMode.FLOOR).intValueExact();
    return exponent * A_POWER_OF_TEN + digits - FIRST;
  }

  /** The least amount of a bucket. */
  static BigDecimal least(int bucket) {
    int exponent = Math.floorDiv(bucket, A_POWER_OF_TEN);
    return BigDecimal.valueOf(Math.floorMod(bucket, A_POWER_OF_TEN) + FIRST, -exponent);
  }
}
