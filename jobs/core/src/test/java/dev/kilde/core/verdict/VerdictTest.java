package dev.kilde.core.verdict;

import static dev.kilde.core.Told.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class VerdictTest {

  private static final int DAYS = 8;

  private static final Verdict<Boolean> TRUE_UNTIL_3 = new Verdict<>(true, day(3));
  private static final Verdict<Boolean> TRUE_UNTIL_5 = new Verdict<>(true, day(5));
  private static final Verdict<Boolean> FALSE_UNTIL_4 = new Verdict<>(false, day(4));
  private static final Verdict<Boolean> FALSE_UNTIL_6 = new Verdict<>(false, day(6));
  private static final Verdict<Boolean> TRUE = Verdict.lasting(true);
  private static final Verdict<Boolean> FALSE = Verdict.lasting(false);

  @Example
  void allHoldAsLongAsTheFirstOfThemOrTheLastThatIsFalse() {
    assertThat(Verdict.all(List.of(TRUE_UNTIL_3, TRUE_UNTIL_5, TRUE))).isEqualTo(TRUE_UNTIL_3);
    assertThat(Verdict.all(List.of(TRUE_UNTIL_3, FALSE_UNTIL_4, FALSE_UNTIL_6)))
        .isEqualTo(FALSE_UNTIL_6);
    assertThat(Verdict.all(List.of(FALSE_UNTIL_6, FALSE_UNTIL_4))).isEqualTo(FALSE_UNTIL_6);
    assertThat(Verdict.all(List.of(TRUE_UNTIL_3, FALSE_UNTIL_4, FALSE))).isEqualTo(FALSE);
    assertThat(Verdict.all(List.of())).isEqualTo(TRUE);
  }

  @Example
  void anyHoldsAsLongAsTheLastThatIsTrueOrTheFirstOfThem() {
    assertThat(Verdict.any(List.of(FALSE_UNTIL_4, FALSE_UNTIL_6, FALSE))).isEqualTo(FALSE_UNTIL_4);
    assertThat(Verdict.any(List.of(FALSE_UNTIL_4, TRUE_UNTIL_3, TRUE_UNTIL_5)))
        .isEqualTo(TRUE_UNTIL_5);
    assertThat(Verdict.any(List.of(FALSE_UNTIL_4, TRUE, TRUE_UNTIL_5))).isEqualTo(TRUE);
    assertThat(Verdict.any(List.of())).isEqualTo(FALSE);
  }

  @Example
  void whatItIsSeenAsHoldsAsLong() {
    assertThat(Verdict.not(TRUE_UNTIL_3)).isEqualTo(new Verdict<>(false, day(3)));
    assertThat(TRUE_UNTIL_3.map(value -> "yes")).isEqualTo(new Verdict<>("yes", day(3)));
    assertThat(TRUE_UNTIL_3.atMostUntil(day(2)).holdsUntil()).isEqualTo(day(2));
    assertThat(TRUE_UNTIL_3.atMostUntil(day(4)).holdsUntil()).isEqualTo(day(3));
    assertThat(TRUE_UNTIL_3.atMostUntil(null).holdsUntil()).isEqualTo(day(3));
    assertThat(TRUE.atMostUntil(day(4)).holdsUntil()).isEqualTo(day(4));
  }

  /** Each truth a coin a day, exact about when it flips. */
  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void whatIsMadeOfThoseThatKeepTheirWordKeepsIts(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<boolean[]> courses = new ArrayList<>();
    for (int left = random.nextInt(4); left > 0; left--) {
      boolean[] course = new boolean[DAYS];
      for (int i = 0; i < DAYS; i++) {
        course[i] = random.nextBoolean();
      }
      courses.add(course);
    }

    keepsItsWord(courses, Verdict::all);
    keepsItsWord(courses, Verdict::any);
  }

  private static void keepsItsWord(
      List<boolean[]> courses, Function<List<Verdict<Boolean>>, Verdict<Boolean>> combined) {
    for (int now = 0; now < DAYS; now++) {
      Verdict<Boolean> verdict = combined.apply(verdicts(courses, now));
      Instant until = verdict.holdsUntil();
      for (int at = now; at < DAYS && (until == null || day(at).isBefore(until)); at++) {
        assertThat(combined.apply(verdicts(courses, at)).value()).isEqualTo(verdict.value());
      }
      assertThat(until == null || until.isAfter(day(now))).isTrue();
    }
  }

  private static List<Verdict<Boolean>> verdicts(List<boolean[]> courses, int now) {
    return courses.stream().map(course -> verdict(course, now)).toList();
  }

  private static Verdict<Boolean> verdict(boolean[] course, int now) {
    for (int i = now; i < DAYS; i++) {
      if (course[i] != course[now]) {
        return new Verdict<>(course[now], day(i));
      }
    }
    return Verdict.lasting(course[now]);
  }
}
