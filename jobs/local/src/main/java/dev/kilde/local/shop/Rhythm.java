package dev.kilde.local.shop;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** When in a day, in Danish time, people do things. */
final class Rhythm {

  static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

  /** How lively the site is in each hour of a day; evenings most, nights hardly. */
  private static final int[] SITE = {
    4, 2, 1, 1, 1, 3, 10, 22, 32, 38, 42, 44, 48, 44, 40, 42, 48, 52, 58, 78, 96, 88, 52, 18
  };

  /** How lively the stores are in each hour; closed before ten and after six. */
  private static final int[] STORE = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 30, 42, 55, 50, 48, 60, 75, 70, 0, 0, 0, 0, 0, 0
  };

  private Rhythm() {}

  /** The Danish day an instant falls on. */
  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }

  /** A moment on the site on that day. */
  static Instant onSite(LocalDate day, Dice dice) {
    return in(SITE, day, dice);
  }

  /** A moment in a store on that day. */
  static Instant inStore(LocalDate day, Dice dice) {
    return in(STORE, day, dice);
  }

  /** That time of that day. */
  static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(ZONE).toInstant();
  }

  /** The first working day after {@code day}. */
  static LocalDate workingDayAfter(LocalDate day) {
    LocalDate next = day.plusDays(1);
    while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
      next = next.plusDays(1);
    }
    return next;
  }

  private static Instant in(int[] hours, LocalDate day, Dice dice) {
    Instant hour = at(day, LocalTime.of(dice.weighted(hours), 0));
    return hour.plus(dice.between(Duration.ZERO, Duration.ofMillis(3_599_999)));
  }
}
