package dev.kilde.core.score.rfm;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.score.rfm.Customer.bought;
import static dev.kilde.core.score.rfm.Customer.who;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.score.Subject;
import dev.kilde.core.verdict.Range;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RfmQueryTest {

  /** On the default bands R5 F2 M2, from day 31 on R4. */
  private final Subject ada = who(bought(day(0), "40"), bought(day(1), "60")).subject();

  @Test
  void nothingAskedIsTrueOfWhoeverHasAnRfm() {
    RfmQuery any = asked(List.of(), null, null);

    assertThat(any.judge(ada, day(0).minusMillis(1))).isEqualTo(verdict(false, day(0)));
    assertThat(any.judge(ada, day(0))).isEqualTo(verdict(true, day(731)));
    assertThat(any.judge(ada, day(731))).isEqualTo(Verdict.lasting(false));
    assertThat(any.judge(who().subject(), day(0))).isEqualTo(Verdict.lasting(false));
  }

  @Test
  void aGroupHoldsThroughWhatDoesNotMatterToIt() {
    RfmQuery loyal = asked(List.of(RfmGroup.POTENTIAL_LOYALISTS, RfmGroup.CHAMPIONS), null, null);

    assertThat(loyal.judge(ada, day(1))).isEqualTo(verdict(true, day(91)));
    assertThat(loyal.judge(ada, day(91))).isEqualTo(Verdict.lasting(false));
  }

  @Test
  void aScoreIsAskedFor() {
    assertThat(asked(List.of(), Range.of(5, null), null).judge(ada, day(1)))
        .isEqualTo(verdict(true, day(31)));
    assertThat(asked(List.of(), Range.of(null, 4), null).judge(ada, day(1)))
        .isEqualTo(verdict(false, day(31)));
  }

  @Test
  void recencyDaysFlipAtTheWholeDay() {
    RfmQuery quiet = asked(List.of(), null, Range.of(60, null));

    assertThat(quiet.judge(ada, day(61).minusMillis(1))).isEqualTo(verdict(false, day(61)));
    assertThat(quiet.judge(ada, day(61))).isEqualTo(verdict(true, day(731)));
    assertThat(asked(List.of(), null, Range.of(null, 60)).judge(ada, day(1)))
        .isEqualTo(verdict(true, day(62)));
  }

  @Test
  void frequencyAndMonetaryAreOfTheWindow() {
    RfmQuery two = new RfmQuery(List.of(), null, null, null, null, Range.of(2, null), null);
    RfmQuery hundred = new RfmQuery(List.of(), null, null, null, null, null, Range.of(100, 100));

    assertThat(two.judge(ada, day(1))).isEqualTo(verdict(true, day(730)));
    assertThat(hundred.judge(ada, day(0))).isEqualTo(verdict(false, day(1)));
    assertThat(hundred.judge(ada, day(1))).isEqualTo(verdict(true, day(730)));
  }

  private static RfmQuery asked(
      List<RfmGroup> groups, @Nullable Range r, @Nullable Range recencyDays) {
    return new RfmQuery(groups, r, null, null, recencyDays, null, null);
  }

  private static Verdict<Boolean> verdict(boolean value, Instant until) {
    return new Verdict<>(value, until);
  }
}
