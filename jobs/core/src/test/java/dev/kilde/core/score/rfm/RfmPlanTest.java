package dev.kilde.core.score.rfm;

import static dev.kilde.core.score.rfm.Customer.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RfmPlanTest {

  @Test
  void isByBandsOverTwoYearsWhereNothingElseIsSaid() {
    assertThat(RfmPlan.DEFAULT)
        .isEqualTo(
            new RfmPlan(
                false,
                Duration.ofDays(730),
                points("30 90 180 365", "2 3 5 10", "50 150 400 1000")));
  }

  @Test
  void breakPointsAreFourAndAscend() {
    assertThatThrownBy(() -> points("1 2 3", "1 2 3 4", "1 2 3 4"))
        .hasMessageContaining("[1, 2, 3]");
    assertThatThrownBy(() -> points("1 2 3 4", "1 2 4 3", "1 2 3 4"))
        .hasMessageContaining("[1, 2, 4, 3]");
    assertThat(points("1 1 1 1", "1 2 3 4", "1 2 3 4").recencyDays()).hasSize(4);
  }
}
