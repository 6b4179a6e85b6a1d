package dev.kilde.core.score.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RfmGroupTest {

  /** R5 down to R1, F1 to F5, by hand from the domain's text. */
  private static final List<List<String>> GRID =
      List.of(
          List.of(
              "new_customers",
              "potential_loyalists",
              "potential_loyalists",
              "champions",
              "champions"),
          List.of(
              "promising",
              "potential_loyalists",
              "potential_loyalists",
              "loyal_customers",
              "loyal_customers"),
          List.of(
              "about_to_sleep",
              "about_to_sleep",
              "need_attention",
              "loyal_customers",
              "loyal_customers"),
          List.of("hibernating", "hibernating", "at_risk", "at_risk", "cannot_lose"),
          List.of("hibernating", "hibernating", "at_risk", "at_risk", "cannot_lose"));

  @Test
  void everyPairOfScoresIsInTheGroupOfTheGridAndInNoOther() {
    for (int r = 1; r <= 5; r++) {
      for (int f = 1; f <= 5; f++) {
        int recency = r;
        int frequency = f;
        assertThat(RfmGroup.of(r, f).id()).isEqualTo(GRID.get(5 - r).get(f - 1));
        assertThat(Arrays.stream(RfmGroup.values()).filter(g -> g.holds(recency, frequency)))
            .as("R%d F%d", r, f)
            .hasSize(1);
      }
    }
  }

  @Test
  void otherScoresHaveNone() {
    assertThatThrownBy(() -> RfmGroup.of(0, 1)).hasMessageContaining("R0 F1");
    assertThatThrownBy(() -> RfmGroup.of(5, 6)).hasMessageContaining("R5 F6");
  }
}
