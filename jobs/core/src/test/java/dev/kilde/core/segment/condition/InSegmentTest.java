package dev.kilde.core.segment.condition;

import static dev.kilde.core.Told.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Known;
import dev.kilde.core.SomeTerms;
import dev.kilde.core.Written;
import dev.kilde.core.score.Subject;
import dev.kilde.core.segment.Condition;
import dev.kilde.core.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class InSegmentTest {

  @Test
  void itSaysWhatTheOtherSegmentSays() {
    Condition condition = Written.condition("segment: vip");
    Subject ada =
        new Subject(
            Known.of(List.of()), SomeTerms.danish(), id -> new Verdict<>(id.equals("vip"), day(3)));

    assertThat(condition.judge(ada, day(1))).isEqualTo(new Verdict<>(true, day(3)));
    assertThat(Written.condition("segment: other").judge(ada, day(1)).value()).isFalse();
    assertThat(condition.reads().segments()).containsExactly("vip");
    assertThat(condition.words()).isEqualTo("in segment vip");
    assertThat(condition.actual(ada, day(1))).isEqualTo("is in it");
  }
}
