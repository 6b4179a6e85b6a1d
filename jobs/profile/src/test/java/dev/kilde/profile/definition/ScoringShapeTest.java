package dev.kilde.profile.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.score.Scoring;
import dev.kilde.core.score.ScoringShape;
import dev.kilde.core.score.lead.LeadScoring;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@code scoring.yaml} as a whole; its parts have tests of their own. */
class ScoringShapeTest {

  @Test
  void everyPartIsRead() {
    Scoring read =
        Shaped.read(
                ScoringShape.SHAPE,
                "{ leadScore: { halfLife: 3d }, rfm: { window: 90d }, mailRating: { window: 30d }"
                    + " }")
            .value();

    assertThat(read.leadScore().halfLife()).isEqualTo(Duration.ofDays(3));
    assertThat(read.rfm().window()).isEqualTo(Duration.ofDays(90));
    assertThat(read.mailRating().window()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void whatIsLeftOutIsAsBuiltIn() {
    Scoring read = Shaped.read(ScoringShape.SHAPE, "{ rfm: { window: 90d } }").value();

    assertThat(read.leadScore()).isEqualTo(LeadScoring.DEFAULT);
    assertThat(read.mailRating()).isEqualTo(Scoring.DEFAULT.mailRating());
    assertThat(read.rfm().bands()).isEqualTo(Scoring.DEFAULT.rfm().bands());
  }

  @Test
  void whatIsWrongIsTold() {
    assertThat(
            Shaped.read(ScoringShape.SHAPE, "{ leadscore: { halfLife: 7d }, rfm: ten }").problems())
        .hasSize(2)
        .first()
        .isEqualTo("1:3: unknown key leadscore; did you mean leadScore?");
  }
}
