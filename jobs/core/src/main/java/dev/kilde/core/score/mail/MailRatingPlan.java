package dev.kilde.core.score.mail;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How readers are rated: {@code mailRating} of {@code scoring.yaml}.
 *
 * @param window somebody whose last message is older than this is not rated; positive
 * @param points by rule code, in place of the rule's own at its best; negative takes away
 * @param stars four ascending sums from which on there are 2, 3, 4 and 5 stars
 */
public record MailRatingPlan(
    Duration window, Map<String, BigDecimal> points, List<BigDecimal> stars) {
  public MailRatingPlan {
    points = Map.copyOf(points);
    stars = List.copyOf(stars);
  }
}
