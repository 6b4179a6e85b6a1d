package dev.kilde.insight;

import dev.kilde.core.score.rfm.BreakPoints;
import dev.kilde.profile.state.Format;
import dev.kilde.profile.state.StateReader;
import dev.kilde.profile.state.StateWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant was told of its population, and what is to be told next.
 *
 * @param computedAt the last midnight the population was looked at; null: never
 * @param waiting its break points while they wait for newer ones; null: none do
 * @param published those told last; null: never
 */
record ModelCourse(
    @Nullable Instant computedAt, @Nullable BreakPoints waiting, @Nullable BreakPoints published) {

  /** Of a tenant nothing is known of. */
  static final ModelCourse START = new ModelCourse(null, null, null);

  /**
   * When to look at the population because of a change: at its midnight, or where that was already
   * looked at, at the next that was not. So no midnight gets two models.
   */
  Instant due(Instant midnight, ZoneId zone) {
    return computedAt == null || midnight.isAfter(computedAt)
        ? midnight
        : Midnights.after(computedAt, zone);
  }

  /**
   * Once looked at.
   *
   * @param points empty: there are no buyers
   */
  ModelCourse computed(Instant midnight, Optional<BreakPoints> points) {
    return new ModelCourse(midnight, points.orElse(null), published);
  }

  /** What waits, if it is news. */
  Optional<BreakPoints> news() {
    return Optional.ofNullable(waiting).filter(points -> !points.equals(published));
  }

  /** Once what waits is told, or known not to be news. */
  ModelCourse settled() {
    return waiting == null ? this : new ModelCourse(computedAt, null, waiting);
  }

  /** How it is kept. */
  public static final class StateFormat implements Format<ModelCourse> {

    private static final long serialVersionUID = 1;

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(ModelCourse course, StateWriter out) throws IOException {
      out.instant(course.computedAt());
      write(course.waiting(), out);
      write(course.published(), out);
    }

    @Override
    public ModelCourse read(int version, StateReader in) throws IOException {
      return new ModelCourse(in.optionalInstant(), points(in), points(in));
    }

    private static void write(@Nullable BreakPoints points, StateWriter out) throws IOException {
      out.flag(points != null);
      if (points != null) {
        out.list(points.recencyDays(), out::decimal);
        out.list(points.frequency(), out::decimal);
        out.list(points.monetary(), out::decimal);
      }
    }

    private static @Nullable BreakPoints points(StateReader in) throws IOException {
      return in.flag() ? new BreakPoints(four(in), four(in), four(in)) : null;
    }

    private static List<BigDecimal> four(StateReader in) throws IOException {
      return in.list(in::decimal);
    }
  }
}
