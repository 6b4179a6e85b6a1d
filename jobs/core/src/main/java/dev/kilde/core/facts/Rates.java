package dev.kilde.core.facts;

import dev.kilde.core.event.PurchaseLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Amounts in the tenant's currency. */
final class Rates {

  private Rates() {}

  /**
   * An amount of a purchase, rounded half-even to {@value PurchaseLine#MONEY_SCALE} decimals where
   * it is converted.
   *
   * @param rates what one unit of a currency is worth in the tenant's; a currency without a rate
   *     counts at face value
   */
  static BigDecimal converted(Purchase purchase, BigDecimal amount, Map<String, BigDecimal> rates) {
    BigDecimal rate = purchase.currency() == null ? null : rates.get(purchase.currency());
    return rate == null
        ? amount
        : amount.multiply(rate).setScale(PurchaseLine.MONEY_SCALE, RoundingMode.HALF_EVEN);
  }
}
