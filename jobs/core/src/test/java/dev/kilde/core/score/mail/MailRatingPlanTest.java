package dev.kilde.core.score.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Catalogue;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailRatingPlanTest {

  private final MailRatingPlan plan = MailRatingPlan.DEFAULT;

  @ParameterizedTest
  @CsvSource({"0, 1", "19.99, 1", "20, 2", "40, 3", "59.99, 3", "60, 4", "80, 5", "100, 5"})
  void aStarBeginsAtItsPoints(BigDecimal points, int stars) {
    assertThat(plan.starsOf(points)).isEqualTo(stars);
  }

  @Test
  void aConfirmedSignUpStartsAtGoodAnyOtherAtAverage() {
    assertThat(plan.starsOf(plan.start(true))).isEqualTo(4);
    assertThat(plan.starsOf(plan.start(false))).isEqualTo(3);
  }

  /**
   * From "average" all that is good is more than enough for five stars, all that is bad for one.
   */
  @Test
  void theRulesTogetherSpanTheStars() {
    BigDecimal good = BigDecimal.ZERO;
    BigDecimal bad = BigDecimal.ZERO;
    for (MailRule rule : Catalogue.MAIL_RULES) {
      BigDecimal points = plan.pointsOf(rule);
      good = good.add(points.max(BigDecimal.ZERO));
      bad = bad.add(rule.floors() ? BigDecimal.ZERO : points.min(BigDecimal.ZERO));
    }

    assertThat(plan.starsOf(plan.start(false).add(good))).isEqualTo(5);
    assertThat(plan.starsOf(plan.start(false).add(bad))).isEqualTo(1);
  }
}
