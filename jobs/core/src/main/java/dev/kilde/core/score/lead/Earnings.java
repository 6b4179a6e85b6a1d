package dev.kilde.core.score.lead;

import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.facts.Engagement;
import dev.kilde.core.facts.Visit;
import dev.kilde.core.facts.Visits;
import dev.kilde.core.score.lead.LeadScoring.LeadRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody has earned under each rule, whenever that was.
 *
 * <pre>
 *   points 2, repeatPoints 4, dailyCap 9
 *   views     | tent  lamp  tent  tent | tent |        | midnight in the tenant's zone
 *   earned    |  2     2     4     1   |  4   |
 * </pre>
 *
 * <p>Caps count whole millionths of a point: sums of a day are exact.
 */
final class Earnings {

  private final List<Earned> all = new ArrayList<>();
  private final List<Tally> tallies = new ArrayList<>();
  private final LocalDays days;

  private Earnings(LeadScoring scoring, ZoneId zone) {
    this.days = new LocalDays(zone);
    for (LeadRule rule : scoring.rules()) {
      tallies.add(new Tally(rule, tallies.size()));
    }
  }

  /**
   * Visits first, then clicks, each oldest first.
   *
   * @param zone of the calendar days
   */
  static List<Earned> of(Visits visits, Engagement engagement, LeadScoring scoring, ZoneId zone) {
    Earnings earnings = new Earnings(scoring, zone);
    earnings.addVisits(visits);
    earnings.addClicks(engagement);
    return earnings.all;
  }

  private void addVisits(Visits visits) {
    Map<String, List<Tally>> byName = new HashMap<>();
    for (Visit visit : visits.all()) {
      List<Tally> asked =
          byName.computeIfAbsent(
              visit.name(),
              name -> tallies.stream().filter(tally -> tally.rule.isAbout(name)).toList());
      for (Tally tally : asked) {
        if (tally.rule.matches(visit)) {
          tally.visited(visit);
        }
      }
    }
  }

  private void addClicks(Engagement engagement) {
    List<Tally> asked = tallies.stream().filter(tally -> tally.rule.isOfClicks()).toList();
    if (asked.isEmpty()) {
      return;
    }
    for (Engagement.Response response : engagement.responses()) {
      if (response.kind() == EngagementKind.CLICKED && response.channel().equals("email")) {
        asked.forEach(tally -> tally.earn(response.at(), tally.points));
      }
    }
  }

  private static long millionths(BigDecimal points) {
    return points.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /** One rule, on its way through the days. */
  private final class Tally {
    private final LeadRule rule;
    private final int index;
    private final long points;
    private final long repeatPoints;
    private final boolean remembers;
    private final Set<String> seen = new HashSet<>();
    private final long dailyCap;
    private long left;
    private long today = Long.MIN_VALUE;

    private Tally(LeadRule rule, int index) {
      BigDecimal repeat = rule.repeatPoints();
      BigDecimal cap = rule.dailyCap();
      this.rule = rule;
      this.index = index;
      this.points = millionths(rule.points());
      this.remembers = repeat != null;
      this.repeatPoints = repeat == null ? points : millionths(repeat);
      this.dailyCap = cap == null ? Long.MAX_VALUE : millionths(cap);
    }

    private void visited(Visit visit) {
      String product = visit.productId();
      boolean again = remembers && product != null && !seen.add(product);
      earn(visit.at(), again ? repeatPoints : points);
    }

    private void earn(Instant at, long offered) {
      long earned = Math.min(offered, leftOfTheDay(at));
      if (earned > 0) {
        left -= earned;
        all.add(new Earned(at.toEpochMilli(), index, earned / 1e6));
      }
    }

    private long leftOfTheDay(Instant at) {
      if (dailyCap == Long.MAX_VALUE) {
        return Long.MAX_VALUE;
      }
      long day = days.dayOf(at);
      if (day > today) {
        today = day;
        left = dailyCap;
      }
      return left;
    }
  }
}
