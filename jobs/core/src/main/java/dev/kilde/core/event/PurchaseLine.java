package dev.kilde.core.event;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order or receipt.
 *
 * @param quantity pieces, or kilograms and the like; negative on a return receipt; null where not
 *     said
 * @param amount of the whole line in the purchase's currency; negative on a return receipt; null
 *     counts as zero
 * @param returnedQuantity how much of {@code quantity} came back; null where not said
 * @param status delivery status as the shop names it
 */
public record PurchaseLine(
    @Nullable String lineId,
    @Nullable String productId,
    @Nullable String category,
    @Nullable String brand,
    @Nullable BigDecimal quantity,
    @Nullable BigDecimal amount,
    @Nullable BigDecimal returnedQuantity,
    @Nullable String status) {

  /** Money is kept to this many decimals. */
  public static final int MONEY_SCALE = 6;

  /**
   * {@code amount x (1 - returnedQuantity / quantity)} as the contract defines it, in the
   * purchase's currency, rounded half-even to {@value #MONEY_SCALE} decimals; the amount itself
   * where the line has no quantity or nothing came back.
   */
  public BigDecimal net() {
    BigDecimal gross = amount == null ? BigDecimal.ZERO : amount;
    if (returnedQuantity == null
        || returnedQuantity.signum() == 0
        || quantity == null
        || quantity.signum() == 0) {
      return gross;
    }
    return gross
        .multiply(quantity.subtract(returnedQuantity))
        .divide(quantity, MONEY_SCALE, RoundingMode.HALF_EVEN);
  }

  /** The quantity; where it is not said one piece, given back if the amount is negative. */
  public BigDecimal pieces() {
    if (quantity != null) {
      return quantity;
    }
    return amount != null && amount.signum() < 0 ? BigDecimal.ONE.negate() : BigDecimal.ONE;
  }

  /** The pieces less those returned on the line itself. */
  public BigDecimal piecesKept() {
    return returnedQuantity == null ? pieces() : pieces().subtract(returnedQuantity);
  }

  /** Whether anything of this line was bought and not returned on the line itself. */
  public boolean kept() {
    return pieces().signum() > 0 && piecesKept().signum() > 0;
  }

  /** The same line with more pieces returned. */
  public PurchaseLine givingBack(BigDecimal more) {
    BigDecimal before = returnedQuantity == null ? BigDecimal.ZERO : returnedQuantity;
    return new PurchaseLine(
        lineId, productId, category, brand, pieces(), amount, before.add(more), status);
  }

  /**
   * The same line, returned in full where nothing else is said; one without pieces (a discount, a
   * fee) as one piece, so that its amount goes, too.
   */
  public PurchaseLine returnedInFull() {
    if (returnedQuantity != null) {
      return this;
    }
    BigDecimal all = pieces().signum() == 0 ? BigDecimal.ONE : pieces();
    return new PurchaseLine(lineId, productId, category, brand, all, amount, all, status);
  }
}
