package dev.kilde.core.score.rfm;

import dev.kilde.core.facts.Buying;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What RFM measures of somebody, before it is scored: what a population is made of.
 *
 * @param last the last counting purchase within the window
 * @param frequency counting purchases within it, at least 1
 * @param monetary their net, in the tenant's currency; positive; equal amounts are equal here,
 *     however many decimals they were written with
 */
public record Buyer(Instant last, int frequency, BigDecimal monetary) {

  public Buyer {
    if (frequency < 1 || monetary.signum() <= 0) {
      throw new IllegalArgumentException(frequency + " purchases for " + monetary);
    }
    monetary = Quantiles.plain(monetary);
  }

  /**
   * Somebody at an instant; empty: nothing counts then.
   *
   * @param window purchases in {@code (now - window, now]} count
   */
  public static Optional<Buyer> of(Buying buying, Duration window, Instant now) {
    return new BuyingWindow(buying, window).at(now);
  }

  /** Whole days of 24 hours since the last purchase; 0 at an instant before it. */
  long recencyDays(Instant now) {
    return Math.max(0, Duration.between(last, now).toDays());
  }
}
