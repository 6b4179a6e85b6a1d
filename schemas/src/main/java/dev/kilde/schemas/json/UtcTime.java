package dev.kilde.schemas.json;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The one way to write a time that nearly every line uses, {@code 2026-03-01T09:30:00Z} with or
 * without a fraction, read about ten times as fast as by a general parser. Everything else is left
 * to that.
 */
final class UtcTime {

  /**
   * Answer for a text that is not in this form; no such time is within reach of four digits of
   * year.
   */
  static final long OTHER = Long.MIN_VALUE;

  private static final String PATTERN = "0000-00-00T00:00:00";

  private UtcTime() {}

  /**
   * Epoch milliseconds, a finer fraction cut off; {@link #OTHER} if the text is in another form or
   * no time.
   */
  static long parse(String text) {
    if (!matches(text)) {
      return OTHER;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) {
      return OTHER;
    }
    if (day > 28 && day > YearMonth.of(year, month).lengthOfMonth()) {
      return OTHER;
    }
    long days = LocalDate.of(year, month, day).toEpochDay();
    return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000 + milliseconds(text);
  }

  private static boolean matches(String text) {
    int length = text.length();
    if (length < 20 || length > 30 || length == 21 || text.charAt(length - 1) != 'Z') {
      return false;
    }
    for (int i = 0; i < PATTERN.length(); i++) {
      char wanted = PATTERN.charAt(i);
      if (wanted == '0' ? !isDigit(text.charAt(i)) : text.charAt(i) != wanted) {
        return false;
      }
    }
    if (length > 20 && text.charAt(19) != '.') {
      return false;
    }
    for (int i = 20; i < length - 1; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static int milliseconds(String text) {
    int milliseconds = 0;
    for (int i = 20; i < 23; i++) {
      boolean given = i < text.length() - 1;
      milliseconds = milliseconds * 10 + (given ? text.charAt(i) - '0' : 0);
    }
    return milliseconds;
  }

  private static int number(String text, int from, int until) {
    int number = 0;
    for (int i = from; i < until; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
