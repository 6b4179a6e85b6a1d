package dev.kilde.core.score.mail;

import static dev.kilde.core.Told.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurnTest {

  @Test
  void itIsTheFirstCandidateAtWhichTheValueIsAnother() {
    assertThat(Turn.of(day(1), TurnTest::half, Stream.of(day(9), day(5), day(3), day(1))))
        .isEqualTo(new Verdict<>("first", day(5)));
  }

  @Test
  void whatIsPastIsNoCandidate() {
    assertThat(Turn.of(day(6), TurnTest::half, Stream.of(day(1), day(5), day(6))))
        .isEqualTo(Verdict.lasting("second"));
  }

  private static String half(Instant now) {
    return now.isBefore(day(5)) ? "first" : "second";
  }
}
