package dev.kilde.insight;

import static dev.kilde.insight.Buyers.MIDNIGHT;
import static dev.kilde.insight.Buyers.NEXT;
import static dev.kilde.insight.Buyers.ZONE;
import static dev.kilde.insight.Buyers.buyer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.score.rfm.BreakPoints;
import dev.kilde.core.score.rfm.Population;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelCourseTest {

  private static final BreakPoints SOME =
      Population.exact(List.of(buyer("2026-02-27T10:00:00Z", 1, "100")), MIDNIGHT);
  private static final BreakPoints OTHERS =
      Population.exact(List.of(buyer("2026-02-27T10:00:00Z", 2, "100")), MIDNIGHT);

  @Test
  void aChangeIsLookedAtOnItsMidnightOrOnTheNextThatWasNot() {
    assertThat(ModelCourse.START.due(MIDNIGHT, ZONE)).isEqualTo(MIDNIGHT);
    ModelCourse course = ModelCourse.START.computed(MIDNIGHT, Optional.of(SOME));
    assertThat(course.due(NEXT, ZONE)).isEqualTo(NEXT);
    assertThat(course.due(MIDNIGHT, ZONE)).isEqualTo(NEXT);
    assertThat(course.due(MIDNIGHT.minus(Duration.ofDays(9)), ZONE)).isEqualTo(NEXT);
  }

  @Test
  void whatWaitsIsNewsUntilItIsToldOrTakenBack() {
    ModelCourse waiting = ModelCourse.START.computed(MIDNIGHT, Optional.of(SOME));
    assertThat(waiting.news()).contains(SOME);
    ModelCourse told = waiting.settled();
    assertThat(told.news()).isEmpty();
    assertThat(told.computed(NEXT, Optional.of(SOME)).news()).isEmpty();
    assertThat(told.computed(NEXT, Optional.of(OTHERS)).news()).contains(OTHERS);
    assertThat(told.computed(NEXT, Optional.of(OTHERS)).computed(NEXT, Optional.of(SOME)).news())
        .isEmpty();
    ModelCourse empty = waiting.computed(NEXT, Optional.empty());
    assertThat(empty.news()).isEmpty();
    assertThat(empty.settled()).isEqualTo(empty);
  }
}
