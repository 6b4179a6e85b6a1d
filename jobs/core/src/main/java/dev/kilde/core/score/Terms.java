package dev.kilde.core.score;

import dev.kilde.core.score.lead.LeadScoring;
import dev.kilde.core.score.mail.MailRatingPlan;
import dev.kilde.core.score.rfm.BreakPoints;
import dev.kilde.core.score.rfm.RfmPlan;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * On what terms people of a tenant are judged.
 *
 * @param zone of calendar days
 * @param rates what one unit of a currency is worth in the tenant's
 * @param population break points learned from everybody; null: none yet
 */
public record Terms(
    ZoneId zone,
    Map<String, BigDecimal> rates,
    LeadScoring leadScoring,
    RfmPlan rfmPlan,
    MailRatingPlan mailRatingPlan,
    @Nullable BreakPoints population) {

  /** As built in: days in Denmark, amounts at face value. */
  public static final Terms DEFAULT =
      new Terms(
          ZoneId.of("Europe/Copenhagen"),
          Map.of(),
          LeadScoring.DEFAULT,
          RfmPlan.DEFAULT,
          MailRatingPlan.DEFAULT,
          null);
}
