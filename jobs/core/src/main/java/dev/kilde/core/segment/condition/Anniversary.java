package dev.kilde.core.segment.condition;

import dev.kilde.core.facts.Contact;
import dev.kilde.core.score.Subject;
import dev.kilde.core.segment.Condition;
import dev.kilde.core.segment.Reads;
import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.shape.Mistake;
import dev.kilde.core.shape.Shape;
import dev.kilde.core.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code anniversary: { field, within }}: the day comes round within a span, or is today.
 *
 * <pre>
 *   false ---| day begins - within --- true ---| day ends --- false ---
 * </pre>
 *
 * <p>Days are those of the contact's zone, where it is not known of the tenant's. It comes round on
 * the date itself and in every year after it; 29 February in common years on 1 March.
 *
 * @param field that holds a date; true of nobody whose field does not
 * @param within not negative, less than a year; zero: today only
 */
public record Anniversary(ContactField field, Duration within) implements Condition {

  /** A year less a day: a longer span would always be true. */
  private static final int MOST_DAYS = 364;

  /** Dates outside are nobody's. */
  private static final int FIRST_YEAR = 1;

  private static final int LAST_YEAR = 9999;

  private static final Field<ContactField> FIELD =
      Field.required(
          "field",
          new Shape.Text("birthDate").as(ContactField::named),
          "birthDate, or an attribute that holds a date such as 1990-05-17.");

  private static final Field<Duration> WITHIN =
      Field.required(
          "within",
          new Shape.Span(Duration.ZERO, Duration.ofDays(MOST_DAYS)),
          "How long before the day begins it becomes true, until the day ends; 0d is the day"
              + " alone.");

  public static final Kind<Condition> KIND =
      new Kind<>(
          "anniversary",
          "True of whoever has a birthday, or another yearly day, within a span or today.",
          new Shape.Mapping("a yearly day", List.of(FIELD, WITHIN)).as(Anniversary::read));

  private static Anniversary read(Arguments given) {
    ContactField field = given.need(FIELD);
    if (field.holds() != null && field.holds() != ContactField.Holds.DATE) {
      throw new Mistake(
          "field",
          field.name() + " is no date",
          String.join(", ", ContactField.holding(ContactField.Holds.DATE)) + " or an attribute");
    }
    return new Anniversary(field, given.need(WITHIN));
  }

  @Override
  public Verdict<Boolean> judge(Subject who, Instant now) {
    LocalDate date = date(who);
    if (date == null) {
      return Verdict.lasting(false);
    }
    ZoneId zone = who.ownZone();
    LocalDate day = next(date, zone, now);
    Instant begins = begins(day, zone).minus(within);
    if (begins.isAfter(now)) {
      return new Verdict<>(false, begins);
    }
    return new Verdict<>(true, end(day, date, zone));
  }

  private @Nullable LocalDate date(Subject who) {
    LocalDate date = field.date(who.get(Contact.FACT));
    return date == null || date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR ? null : date;
  }

  /** The first day it comes round that is not over. */
  private static LocalDate next(LocalDate date, ZoneId zone, Instant now) {
    int year = Math.max(date.getYear(), now.atZone(zone).getYear() - 1);
    while (!begins(inYear(date, year).plusDays(1), zone).isAfter(now)) {
      year++;
    }
    return inYear(date, year);
  }

  /** A day after which no next span has begun; there is one, as some years are longer. */
  private Instant end(LocalDate from, LocalDate date, ZoneId zone) {
    LocalDate day = from;
    while (true) {
      Instant end = begins(day.plusDays(1), zone);
      day = inYear(date, day.getYear() + 1);
      if (begins(day, zone).minus(within).isAfter(end)) {
        return end;
      }
    }
  }

  private static LocalDate inYear(LocalDate date, int year) {
    boolean moves =
        date.getMonthValue() == 2
            && date.getDayOfMonth() == 29
            && !LocalDate.ofYearDay(year, 1).isLeapYear();
    return moves ? LocalDate.of(year, 3, 1) : date.withYear(year);
  }

  private static Instant begins(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  @Override
  public Reads reads() {
    return Reads.of(Contact.FACT);
  }

  @Override
  public String words() {
    return "anniversary of "
        + field.name()
        + (within.isZero() ? " is today" : " within " + Wording.span(within));
  }

  @Override
  public String actual(Subject who, Instant now) {
    LocalDate date = date(who);
    return date == null ? "no date known" : date + ", next on " + next(date, who.ownZone(), now);
  }
}
