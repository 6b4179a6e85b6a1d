package dev.kilde.core.score;

import dev.kilde.core.score.lead.LeadScoring;
import dev.kilde.core.score.lead.LeadScoringShape;
import dev.kilde.core.score.mail.MailRatingPlan;
import dev.kilde.core.score.mail.MailRatingShape;
import dev.kilde.core.score.rfm.RfmPlan;
import dev.kilde.core.score.rfm.RfmShape;
import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Shape;
import java.util.List;

/** What {@code scoring.yaml} holds: three parts, each optional. */
public final class ScoringShape {

  private static final Field<LeadScoring> LEAD_SCORE =
      Field.optional(
          "leadScore", LeadScoringShape.SHAPE, "How interest is scored; default: as built in.");

  private static final Field<RfmPlan> RFM =
      Field.optional("rfm", RfmShape.SHAPE, "How purchases are scored; default: as built in.");

  private static final Field<MailRatingPlan> MAIL_RATING =
      Field.optional(
          "mailRating", MailRatingShape.SHAPE, "How readers are rated; default: as built in.");

  /** The file as a whole. */
  public static final Shape<Scoring> SHAPE =
      new Shape.Mapping("scoring", List.of(LEAD_SCORE, RFM, MAIL_RATING)).as(ScoringShape::read);

  private ScoringShape() {}

  private static Scoring read(Arguments given) {
    return new Scoring(
        given.or(LEAD_SCORE, Scoring.DEFAULT.leadScore()),
        given.or(RFM, Scoring.DEFAULT.rfm()),
        given.or(MAIL_RATING, Scoring.DEFAULT.mailRating()));
  }
}
