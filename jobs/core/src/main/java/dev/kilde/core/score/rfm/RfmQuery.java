package dev.kilde.core.score.rfm;

import dev.kilde.core.score.Subject;
import dev.kilde.core.verdict.Flip;
import dev.kilde.core.verdict.Range;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of somebody's RFM: all of it has to hold, of nobody without one.
 *
 * @param groups in one of them; empty: in any
 * @param r null: not asked, as of all that follow
 */
public record RfmQuery(
    List<RfmGroup> groups,
    @Nullable Range r,
    @Nullable Range f,
    @Nullable Range m,
    @Nullable Range recencyDays,
    @Nullable Range frequency,
    @Nullable Range monetary) {

  public RfmQuery {
    groups = List.copyOf(groups);
  }

  /** Whether it holds, and the exact instant at which that flips. */
  public Verdict<Boolean> judge(Subject who, Instant now) {
    RfmCourse course = RfmCourse.of(who, bounds());
    return Flip.of(now, course::at, rfm -> rfm.filter(this::holds).isPresent());
  }

  private boolean holds(Rfm rfm) {
    return (groups.isEmpty() || groups.contains(rfm.group()))
        && (r == null || r.holds(rfm.r()))
        && (f == null || f.holds(rfm.f()))
        && (m == null || m.holds(rfm.m()))
        && (recencyDays == null || recencyDays.holds(rfm.recencyDays()))
        && (frequency == null || frequency.holds(rfm.frequency()))
        && (monetary == null || monetary.holds(rfm.monetary()));
  }

  /** The recency days at which the answer to what is asked of them may change. */
  private List<BigDecimal> bounds() {
    List<BigDecimal> bounds = new ArrayList<>();
    if (recencyDays != null && recencyDays.atLeast() != null) {
      bounds.add(recencyDays.atLeast());
    }
    if (recencyDays != null && recencyDays.atMost() != null) {
      bounds.add(recencyDays.atMost().setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE));
    }
    return bounds;
  }
}
