package dev.kilde.core.score.rfm;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * How recently, how often and for how much somebody bought within the plan's window.
 *
 * @param lastAt the last counting purchase
 * @param recencyDays whole days of 24 hours from it to the instant judged
 * @param frequency counting purchases, at least 1
 * @param monetary their net, in the tenant's currency; positive
 * @param r 1 to 5; 5: most recently
 * @param f 1 to 5; 5: most often
 * @param m 1 to 5; 5: for most
 */
public record Rfm(
    Instant lastAt,
    long recencyDays,
    int frequency,
    BigDecimal monetary,
    int r,
    int f,
    int m,
    RfmGroup group) {

  /** A buyer as scored by break points at an instant not before the last purchase. */
  static Rfm of(Buyer buyer, BreakPoints points, Instant now) {
    long recencyDays = buyer.recencyDays(now);
    int r = points.r(recencyDays);
    int f = points.f(buyer.frequency());
    return new Rfm(
        buyer.last(),
        recencyDays,
        buyer.frequency(),
        buyer.monetary(),
        r,
        f,
        points.m(buyer.monetary()),
        RfmGroup.of(r, f));
  }
}
