package dev.kilde.core.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.segment.condition.All;
import dev.kilde.core.segment.condition.Any;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentFingerprintTest {

  private static final Segment A = segment("a", 1, "x");
  private static final Segment B = segment("b", 1, "x");

  @Test
  void theOrderDoesNotMatter() {
    assertThat(SegmentFingerprint.of(List.of(A, B)))
        .isEqualTo(SegmentFingerprint.of(List.of(B, A)));
  }

  @Test
  void whatIsDifferentTellsSetsApart() {
    assertThat(
            List.of(
                of(),
                of(A),
                of(B),
                of(A, B),
                of(segment("a", 2, "x")),
                of(segment("a", 1, "y")),
                of(segment("a", 1, "")),
                of(segment("a", 1, "x1")),
                of(new Segment("a", 1, "a", new All(CONDITIONS), null)),
                of(new Segment("a", 1, "a", new Any(CONDITIONS), null)),
                of(new Segment("a", 1, "a", new Any(List.of(new All(CONDITIONS))), null))))
        .doesNotHaveDuplicates();
  }

  /** Stands beside state: another value would have every person judged anew. */
  @Test
  void itIsTheSameOnEveryMachineAndInEveryRelease() {
    assertThat(of(A, B)).isEqualTo(3922705331460202406L);
  }

  private static final List<Condition> CONDITIONS =
      List.of(TestCondition.saying("x"), TestCondition.saying("y"));

  private static long of(Segment... segments) {
    return SegmentFingerprint.of(List.of(segments));
  }

  private static Segment segment(String id, int version, String content) {
    return new Segment(id, version, id, TestCondition.saying("x"), null, content);
  }
}
