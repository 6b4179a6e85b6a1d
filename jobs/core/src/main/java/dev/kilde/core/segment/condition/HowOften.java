package dev.kilde.core.segment.condition;

import dev.kilde.core.score.Subject;
import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Mistake;
import dev.kilde.core.shape.Shape;
import dev.kilde.core.verdict.Instants;
import dev.kilde.core.verdict.Occurrences;
import dev.kilde.core.verdict.Verdict;
import dev.kilde.core.verdict.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How many times something has to have happened, and when.
 *
 * <pre>
 *   atLeast 2, within 7d    at1    at2                true on [at2, at1 + 7d)
 *   atMost 1,  within 7d    at1    at2                false on [at2, at1 + 7d)
 * </pre>
 *
 * @param atLeast not negative
 * @param atMost not less; null: no bound
 * @param within null: ever
 * @param olderThan less than {@code within}; null: just now counts
 * @param calendar {@code within} is calendar days in the tenant's zone, today the last; else hours
 *     back from now
 */
record HowOften(
    int atLeast,
    @Nullable Integer atMost,
    @Nullable Duration within,
    @Nullable Duration olderThan,
    boolean calendar) {

  private static final Shape<Integer> COUNT = new Shape.Whole(0, 1_000_000);

  /** The spans a condition may look back over. */
  static final Shape<Duration> BACK =
      new Shape.Span(Duration.ofSeconds(1), Duration.ofDays(36_500));

  static final Field<Integer> AT_LEAST =
      Field.optional(
          "atLeast", COUNT, "How many times at least; 1 if left out, 0 where atMost is given.");

  static final Field<Integer> AT_MOST =
      Field.optional(
          "atMost", COUNT, "How many times at most, none included; no bound if left out.");

  static final Field<Duration> WITHIN =
      Field.optional(
          "within",
          BACK,
          "How long ago at most, exactly so long no longer counts; ever if left out.");

  static final Field<Duration> OLDER_THAN =
      Field.optional(
          "olderThan",
          BACK,
          "How long ago at least, exactly so long counts; just now counts if left out.");

  static final Field<String> WINDOW =
      Field.optional(
          "window",
          new Shape.Word(List.of("rolling", "calendar")),
          "Whether within is hours back from now (rolling, so if left out) or calendar days in the"
              + " tenant's zone, today being the last.");

  /** What a mapping says of it; the fields it does not have are left out. */
  static HowOften of(Arguments given) {
    Integer atMost = given.get(AT_MOST);
    HowOften often =
        new HowOften(
            given.or(AT_LEAST, atMost == null ? 1 : 0),
            atMost,
            given.get(WITHIN),
            given.get(OLDER_THAN),
            given.or(WINDOW, "rolling").equals("calendar"));
    if (given.has(WINDOW) && often.within == null) {
      throw new Mistake("window", "a window needs to know how long it is", "within: 7d");
    }
    often.mistakes();
    return often;
  }

  private void mistakes() {
    if (atMost == null && atLeast == 0) {
      throw new Mistake(
          "atLeast", "at least 0 times is always true", "atLeast of 1 or more, or atMost");
    }
    if (atMost != null && atMost < atLeast) {
      throw new Mistake(
          "atMost",
          "nothing happens at least " + atLeast + " times and at most " + atMost,
          "atMost of " + atLeast + " or more");
    }
    if (within != null && olderThan != null && olderThan.compareTo(within) >= 0) {
      throw new Mistake(
          "olderThan",
          "nothing is within "
              + Wording.span(within)
              + " and older than "
              + Wording.span(olderThan),
          "olderThan of less than " + Wording.span(within));
    }
    if (calendar && within != null && within.toMillis() % Duration.ofDays(1).toMillis() != 0) {
      throw new Mistake(
          "within",
          "a calendar window has whole days, and " + Wording.span(within) + " is not",
          "within: " + (within.toDays() + 1) + "d, or window: rolling");
    }
  }

  boolean holds(long times) {
    return times >= atLeast && (atMost == null || times <= atMost);
  }

  Window window(Subject who) {
    return calendar && within != null
        ? new Window.Calendar(Math.toIntExact(within.toDays()), who.terms().zone())
        : new Window.Rolling(within, olderThan);
  }

  /**
   * Whether it holds, and the exact instant at which that flips.
   *
   * @param times when it happened, in any order
   */
  Verdict<Boolean> judge(Collection<Instant> times, Subject who, Instant now) {
    return Occurrences.counted(times, window(who), this::holds, now);
  }

  /**
   * The same of what happened in order; of it only so much is looked at as can decide. Nothing is
   * {@code olderThan} here.
   *
   * @param oldestFirst thousands, perhaps
   */
  <E> Verdict<Boolean> judge(
      List<E> oldestFirst,
      Function<E, Instant> at,
      Predicate<E> matches,
      Subject who,
      Instant now) {
    return judge(
        Newest.of(oldestFirst, at, matches, window(who).horizon(now), now, decisive()), who, now);
  }

  /**
   * Of those that have happened, more than the newest so many make no difference, now or later: at
   * any instant those in the window are the newest until then.
   */
  private int decisive() {
    return atMost == null ? atLeast : Math.max(atLeast, atMost + 1);
  }

  /** {@code 2 times, the last on 2026-03-01T10:00:00Z}, of those that count now. */
  String actual(Collection<Instant> times, Subject who, Instant now) {
    Window window = window(who);
    List<Instant> counted = times.stream().filter(at -> counts(window, at, now)).sorted().toList();
    if (counted.isEmpty()) {
      return "not once";
    }
    String last = "the last on " + counted.get(counted.size() - 1);
    return counted.size() == 1 ? "once, on " + counted.get(0) : counted.size() + " times, " + last;
  }

  <E> String actual(
      List<E> oldestFirst,
      Function<E, Instant> at,
      Predicate<E> matches,
      Subject who,
      Instant now) {
    return actual(
        Newest.of(oldestFirst, at, matches, window(who).horizon(now), now, Integer.MAX_VALUE),
        who,
        now);
  }

  private static boolean counts(Window window, Instant at, Instant now) {
    return !window.from(at).isAfter(now) && !Instants.isPast(window.until(at), now);
  }

  /** Whether of the same times both never hold. */
  boolean excludes(HowOften other) {
    return calendar == other.calendar
        && Objects.equals(within, other.within)
        && Objects.equals(olderThan, other.olderThan)
        && (isBelow(other) || other.isBelow(this));
  }

  private boolean isBelow(HowOften other) {
    return atMost != null && atMost < other.atLeast;
  }

  /** {@code at least 3 times within 7d}. */
  String words() {
    return Wording.sentence(
        times(),
        within == null ? "" : calendar ? calendarDays(within) : "within " + Wording.span(within),
        olderThan == null
            ? ""
            : (within == null ? "" : "and ") + Wording.span(olderThan) + " ago or longer");
  }

  private String times() {
    if (atMost == null) {
      return atLeast == 1 ? "" : "at least " + counted(atLeast);
    }
    if (atMost == 0) {
      return "not once";
    }
    if (atMost == atLeast) {
      return "exactly " + counted(atMost);
    }
    return atLeast == 0
        ? "at most " + counted(atMost)
        : "between " + atLeast + " and " + counted(atMost);
  }

  private static String counted(int times) {
    return times == 1 ? "1 time" : times + " times";
  }

  private static String calendarDays(Duration within) {
    return within.toDays() == 1 ? "today" : "within " + within.toDays() + " calendar days";
  }
}
