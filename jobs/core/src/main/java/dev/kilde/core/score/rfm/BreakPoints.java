package dev.kilde.core.score.rfm;

import java.math.BigDecimal;
import java.util.List;

/**
 * Four break points of each measure, ascending: score 1 + number of those at or below the value, of
 * recency 5 - that number. Equal values get equal scores.
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

  int r(long days) {
    return 5 - atOrBelow(recencyDays, BigDecimal.valueOf(days));
  }

  int f(int purchases) {
    return 1 + atOrBelow(frequency, BigDecimal.valueOf(purchases));
  }

  int m(BigDecimal net) {
    return 1 + atOrBelow(monetary, net);
  }

  private static int atOrBelow(List<BigDecimal> points, BigDecimal value) {
    int number = 0;
    for (BigDecimal point : points) {
      number += point.compareTo(value) <= 0 ? 1 : 0;
    }
    return number;
  }
}
