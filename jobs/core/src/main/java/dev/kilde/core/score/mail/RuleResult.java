package dev.kilde.core.score.mail;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a rule says of a reader.
 *
 * @param share of the rule's points, -1 to 1; negative gives the opposite
 * @param because the reason in words; empty where the share is 0
 */
public record RuleResult(BigDecimal share, String because) {

  /** The rule does not apply. */
  public static final RuleResult NOTHING = new RuleResult(BigDecimal.ZERO, "");

  private static final int DECIMALS = 6;

  /** All of the points. */
  public static RuleResult whole(String because) {
    return new RuleResult(BigDecimal.ONE, because);
  }

  /** So many parts of the points, at most all: 3 of 4 parts. */
  public static RuleResult part(int parts, int of, String because) {
    if (parts == 0) {
      return NOTHING;
    }
    BigDecimal share =
        BigDecimal.valueOf(parts)
            .divide(BigDecimal.valueOf(of), DECIMALS, RoundingMode.HALF_UP)
            .min(BigDecimal.ONE);
    return new RuleResult(share, because);
  }
}
