package dev.kilde.core.score.mail;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How readers are rated: {@code mailRating} of {@code scoring.yaml}.
 *
 * @param window somebody whose last message is older than this is not rated; positive
 * @param points by rule code, in place of the rule's own at its best; negative takes away, 0 leaves
 *     the rule out
 * @param stars four ascending sums from which on there are 2, 3, 4 and 5 stars
 */
public record MailRatingPlan(
    Duration window, Map<String, BigDecimal> points, List<BigDecimal> stars) {

  /** 90 days, each rule's own points, a star every 20 of them. */
  public static final MailRatingPlan DEFAULT =
      new MailRatingPlan(
          Duration.ofDays(90),
          Map.of(),
          List.of(
              BigDecimal.valueOf(20),
              BigDecimal.valueOf(40),
              BigDecimal.valueOf(60),
              BigDecimal.valueOf(80)));

  public MailRatingPlan {
    points = Map.copyOf(points);
    stars = List.copyOf(stars);
  }

  /** What the rule gives at its best. */
  public BigDecimal pointsOf(MailRule rule) {
    return points.getOrDefault(rule.code(), rule.best());
  }

  /** 1 to 5. */
  public int starsOf(BigDecimal sum) {
    return 1 + (int) stars.stream().filter(least -> least.compareTo(sum) <= 0).count();
  }

  /**
   * Points a reader has before any rule speaks: the least of 4 stars where confirmed, else of 3.
   */
  public BigDecimal start(boolean confirmed) {
    return stars.get(confirmed ? 2 : 1);
  }
}
