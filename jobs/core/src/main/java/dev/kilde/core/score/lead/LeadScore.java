package dev.kilde.core.score.lead;

import java.math.BigDecimal;
import java.util.List;

/**
 * How near to buying somebody is, as of an instant.
 *
 * @param value points, with two decimals
 * @param band {@code cold}, {@code warm} or {@code hot}, by the value before it was rounded
 * @param contributions what it is made of, largest first, then by rule
 */
public record LeadScore(BigDecimal value, String band, List<Contribution> contributions) {
  public LeadScore {
    contributions = List.copyOf(contributions);
  }

  /**
   * What one rule adds.
   *
   * @param rule its code
   * @param points what is left of them, with two decimals; at least 0.01
   */
  public record Contribution(String rule, BigDecimal points) {}
}
