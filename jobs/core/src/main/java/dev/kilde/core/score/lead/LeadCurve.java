package dev.kilde.core.score.lead;

import dev.kilde.core.facts.Bought;
import dev.kilde.core.facts.Engagement;
import dev.kilde.core.facts.Visits;
import dev.kilde.core.score.Subject;
import dev.kilde.core.score.lead.LeadScore.Contribution;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The lead score of one person as time goes by. It falls all the time; it jumps where points are
 * earned, and to a share of itself where a counting purchase is dated.
 *
 * <pre>
 *   |\        |\
 *   | \_   |\ | \_     purchase
 *   |   \__| \|   \____|
 *   |                  |\____________
 *   0-----------------------------------> time
 * </pre>
 *
 * <p>A purchase takes from what was earned before it, not at the same instant. What is dated later
 * than now, as a purchase may be, takes effect at its own instant.
 *
 * <p>Not thread-safe: it remembers the stretch it was last asked about.
 */
public final class LeadCurve {

  private static final Comparator<Contribution> LARGEST_FIRST =
      Comparator.comparing(Contribution::points).reversed().thenComparing(Contribution::rule);

  private final LeadScoring scoring;
  private final List<Earned> earned;

  /** Ms since 1970, ascending. */
  private final long[] purchases;

  private @Nullable Stretch last;

  private LeadCurve(LeadScoring scoring, List<Earned> earned, long[] purchases) {
    this.scoring = scoring;
    this.earned = earned;
    this.purchases = purchases;
  }

  public static LeadCurve of(Subject who) {
    LeadScoring scoring = who.terms().leadScoring();
    List<Earned> earned =
        Earnings.of(who.get(Visits.FACT), who.get(Engagement.FACT), scoring, who.terms().zone());
    long[] purchases =
        who.buying().counting().stream()
            .map(Bought::at)
            .mapToLong(Instant::toEpochMilli)
            .sorted()
            .toArray();
    return new LeadCurve(scoring, earned, purchases);
  }

  /** Points at an instant, with ten decimals. */
  public BigDecimal at(Instant now) {
    long at = now.toEpochMilli();
    return stretchAt(at).total.worth(at);
  }

  /** What each rule adds to it, rounded to two decimals, largest first; without what is 0.00. */
  public List<Contribution> contributionsAt(Instant now) {
    long at = now.toEpochMilli();
    List<Contribution> contributions = new ArrayList<>();
    DecayingSum[] byRule = stretchAt(at).byRule;
    for (int rule = 0; rule < byRule.length; rule++) {
      DecayingSum sum = byRule[rule];
      BigDecimal points =
          sum == null ? BigDecimal.ZERO : sum.worth(at).setScale(2, RoundingMode.HALF_UP);
      if (points.signum() > 0) {
        contributions.add(new Contribution(scoring.rules().get(rule).code(), points));
      }
    }
    contributions.sort(LARGEST_FIRST);
    return contributions;
  }

  /**
   * On which level the score is, and the exact instant at which it is on another.
   *
   * @param level of so many points; the more the higher, or the other way round
   */
  public <L> Verdict<L> level(Instant now, Function<BigDecimal, L> level) {
    long from = now.toEpochMilli();
    Stretch stretch = stretchAt(from);
    L here = level.apply(stretch.total.worth(from));
    while (true) {
      long until = stretch.until;
      long leaves = leaves(stretch.total, from, until, here, level);
      if (leaves < until) {
        return new Verdict<>(here, Instant.ofEpochMilli(leaves));
      }
      if (until == Long.MAX_VALUE) {
        return Verdict.lasting(here);
      }
      from = until;
      stretch = new Stretch(from);
      if (!level.apply(stretch.total.worth(from)).equals(here)) {
        return new Verdict<>(here, Instant.ofEpochMilli(from));
      }
    }
  }

  /**
   * The first instant after {@code from} at which a falling sum is on another level; {@code until}:
   * none before it.
   */
  private static <L> long leaves(
      DecayingSum falling, long from, long until, L here, Function<BigDecimal, L> level) {
    long on = from;
    long off = Math.min(until - 1, Math.max(falling.end(), from));
    if (level.apply(falling.worth(off)).equals(here)) {
      return until;
    }
    while (off - on > 1) {
      long middle = on + (off - on) / 2;
      if (level.apply(falling.worth(middle)).equals(here)) {
        on = middle;
      } else {
        off = middle;
      }
    }
    return off;
  }

  private Stretch stretchAt(long now) {
    Stretch known = last;
    if (known != null && known.from <= now && now < known.until) {
      return known;
    }
    Stretch stretch = new Stretch(now);
    last = stretch;
    return stretch;
  }

  /** How many purchases there are until an instant, ms since 1970. */
  private int purchasesUntil(long at) {
    int low = 0;
    int high = purchases.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (purchases[middle] <= at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** A time in which the score falls without a jump. */
  private final class Stretch {
    private final long from;
    private final long until;
    private final DecayingSum total;

    /** Null: nothing by this rule. */
    private final @Nullable DecayingSum[] byRule;

    /** The one an instant is in, from that instant on. */
    private Stretch(long now) {
      long halfLife = scoring.halfLife().toMillis();
      int bought = purchasesUntil(now);
      double[] kept = kept(bought);
      long next = bought < purchases.length ? purchases[bought] : Long.MAX_VALUE;
      from = now;
      total = new DecayingSum(halfLife, now);
      byRule = new DecayingSum[scoring.rules().size()];
      for (Earned each : earned) {
        long at = each.at();
        if (at > now) {
          next = Math.min(next, at);
        } else if (total.reaches(at)) {
          double points = each.points() * kept[bought - purchasesUntil(at)];
          long weight = DecayingSum.weight(points, at, halfLife);
          total.add(at, weight);
          DecayingSum sum = byRule[each.rule()];
          if (sum == null) {
            sum = new DecayingSum(halfLife, now);
            byRule[each.rule()] = sum;
          }
          sum.add(at, weight);
        }
      }
      until = next;
    }

    /** The share of points that is left after none, one, two, ... purchases. */
    private double[] kept(int most) {
      double[] kept = new double[most + 1];
      kept[0] = 1;
      for (int many = 1; many <= most; many++) {
        kept[many] = kept[many - 1] * scoring.purchaseKeeps().doubleValue();
      }
      return kept;
    }
  }
}
