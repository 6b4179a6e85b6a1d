package dev.kilde.core.score.rfm;

import java.math.BigDecimal;
import java.util.List;

/**
 * Four break points of each measure, ascending: score 1 + number of those at or below the value, of
 * recency 5 - that number.
 *
 * @param recencyDays whole days since the last counting purchase
 * @param frequency counting purchases
 * @param monetary their net, in the tenant's currency
 */
public record BreakPoints(
    List<BigDecimal> recencyDays, List<BigDecimal> frequency, List<BigDecimal> monetary) {

  /**
   * @throws IllegalArgumentException unless four of each ascend
   */
  public BreakPoints {
    recencyDays = ascending(recencyDays);
    frequency = ascending(frequency);
    monetary = ascending(monetary);
  }

  private static List<BigDecimal> ascending(List<BigDecimal> points) {
    if (points.size() != 4 || !points.equals(points.stream().sorted().toList())) {
      throw new IllegalArgumentException("four ascending break points are needed: " + points);
    }
    return List.copyOf(points);
  }
}
