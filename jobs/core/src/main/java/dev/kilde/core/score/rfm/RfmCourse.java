package dev.kilde.core.score.rfm;

import dev.kilde.core.score.Subject;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's RFM while time goes by.
 *
 * <pre>
 *   the last purchase |-- r 5 --) last + 30d |-- r 4 --) last + 90d ... last + window | none
 * </pre>
 */
final class RfmCourse {

  private final BuyingWindow buying;
  private final BreakPoints points;
  private final List<Long> days;

  private RfmCourse(BuyingWindow buying, BreakPoints points, List<Long> days) {
    this.buying = buying;
    this.points = points;
    this.days = days;
  }

  /**
   * On the terms of the one judged.
   *
   * @param asked recency days of interest besides the break points: a verdict ends where they are
   *     reached
   */
  static RfmCourse of(Subject who, List<BigDecimal> asked) {
    RfmPlan plan = who.terms().rfmPlan();
    BreakPoints points = plan.points(who.terms().population());
    List<BigDecimal> reached = new ArrayList<>(points.recencyDays());
    reached.addAll(asked);
    // A last purchase leaves the window before it is older, and far instants do not exist.
    BigDecimal most = BigDecimal.valueOf(plan.window().toDays());
    List<Long> days =
        reached.stream()
            .filter(day -> day.signum() > 0 && day.compareTo(most) <= 0)
            .map(day -> day.setScale(0, RoundingMode.CEILING).longValueExact())
            .sorted()
            .toList();
    return new RfmCourse(new BuyingWindow(who.buying(), plan.window()), points, days);
  }

  /**
   * The RFM at an instant; it holds until a purchase comes in or goes out, or its recency reaches a
   * break point or days asked for.
   */
  Verdict<Optional<Rfm>> at(Instant now) {
    Optional<Buyer> buyer = buying.at(now);
    return new Verdict<>(buyer.map(some -> Rfm.of(some, points, now)), buying.until(now))
        .atMostUntil(buyer.map(some -> next(some, now)).orElse(null));
  }

  private @Nullable Instant next(Buyer buyer, Instant now) {
    long recencyDays = buyer.recencyDays(now);
    for (long day : days) {
      if (day > recencyDays) {
        return buyer.last().plus(Duration.ofDays(day));
      }
    }
    return null;
  }
}
