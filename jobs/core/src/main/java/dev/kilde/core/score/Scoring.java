package dev.kilde.core.score;

import dev.kilde.core.score.lead.LeadScoring;
import dev.kilde.core.score.mail.MailRatingPlan;
import dev.kilde.core.score.rfm.RfmPlan;

/** How a tenant judges people: {@code scoring.yaml}. */
public record Scoring(LeadScoring leadScore, RfmPlan rfm, MailRatingPlan mailRating) {

  /** As built in. */
  public static final Scoring DEFAULT =
      new Scoring(LeadScoring.DEFAULT, RfmPlan.DEFAULT, MailRatingPlan.DEFAULT);
}
