package dev.kilde.core.extending;

import dev.kilde.core.facts.Visit;
import dev.kilde.core.facts.Visits;
import dev.kilde.core.score.Subject;
import dev.kilde.core.segment.Condition;
import dev.kilde.core.segment.Reads;
import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.shape.Shape;
import dev.kilde.core.verdict.Occurrences;
import dev.kilde.core.verdict.Verdict;
import dev.kilde.core.verdict.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** {@code seenOnAWeekend: { within: 28d }}: was on the site on a Saturday or Sunday. */
public record SeenOnAWeekend(Duration within) implements Condition {

  private static final Field<Duration> WITHIN =
      Field.required(
          "within",
          new Shape.Span(Duration.ofDays(1), Duration.ofDays(400)),
          "How far back to look.");

  public static final Kind<Condition> KIND =
      new Kind<>(
          "seenOnAWeekend",
          "True of whoever was on the site on a Saturday or Sunday of the tenant's zone.",
          new Shape.Mapping("a weekend", List.of(WITHIN)).as(SeenOnAWeekend::new));

  private SeenOnAWeekend(Arguments given) {
    this(given.need(WITHIN));
  }

  @Override
  public Verdict<Boolean> judge(Subject who, Instant now) {
    return Occurrences.counted(
        weekends(who), new Window.Rolling(within, null), count -> count > 0, now);
  }

  @Override
  public Reads reads() {
    return Reads.of(Visits.FACT);
  }

  @Override
  public String words() {
    return "on the site on a weekend within " + within.toDays() + "d";
  }

  @Override
  public String actual(Subject who, Instant now) {
    List<Instant> weekends = weekends(who);
    return weekends.isEmpty() ? "never" : "last on " + weekends.get(weekends.size() - 1);
  }

  private static List<Instant> weekends(Subject who) {
    ZoneId zone = who.terms().zone();
    return who.get(Visits.FACT).all().stream()
        .map(Visit::at)
        .filter(at -> at.atZone(zone).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0)
        .toList();
  }
}
