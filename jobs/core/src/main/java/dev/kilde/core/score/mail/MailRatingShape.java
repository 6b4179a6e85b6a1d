package dev.kilde.core.score.mail;

import dev.kilde.core.Catalogue;
import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Mistake;
import dev.kilde.core.shape.Shape;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code mailRating} of {@code scoring.yaml}; every key may be left out. */
public final class MailRatingShape {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final Field<Duration> WINDOW =
      Field.optional(
          "window",
          new Shape.Span(Duration.ofDays(1), Duration.ofDays(3_650)),
          "Somebody whose last message is older than this is not rated; 90d where left out.");

  private static final List<Field<BigDecimal>> RULES =
      Catalogue.MAIL_RULES.stream().map(MailRatingShape::points).toList();

  private static final Field<Map<String, BigDecimal>> POINTS =
      Field.optional(
          "points",
          new Shape.Mapping("points of rules", List.copyOf(RULES)).as(MailRatingShape::points),
          "Points of rules at their best; a rule's own where left out.");

  private static final Field<List<BigDecimal>> STARS =
      Field.optional(
          "stars",
          new Shape.ListOf<>(new Shape.Decimal(BigDecimal.ZERO, HUNDRED), 4)
              .as(MailRatingShape::ascending),
          "Points from which on there are 2, 3, 4 and 5 stars; [20, 40, 60, 80] where left out.");

  /** The whole part; what is left out is as in {@link MailRatingPlan#DEFAULT}. */
  public static final Shape<MailRatingPlan> SHAPE =
      new Shape.Mapping("a mail rating", List.of(WINDOW, POINTS, STARS)).as(MailRatingShape::plan);

  private MailRatingShape() {}

  private static Field<BigDecimal> points(MailRule rule) {
    return Field.optional(
        rule.code(),
        new Shape.Decimal(HUNDRED.negate(), HUNDRED),
        rule.doc() + "; " + rule.best().toPlainString() + " where left out.");
  }

  private static Map<String, BigDecimal> points(Arguments given) {
    Map<String, BigDecimal> points = new HashMap<>();
    for (Field<BigDecimal> rule : RULES) {
      BigDecimal of = given.get(rule);
      if (of != null) {
        points.put(rule.name(), of);
      }
    }
    return points;
  }

  private static List<BigDecimal> ascending(List<BigDecimal> stars) {
    boolean ascend = stars.size() == 4;
    for (int i = 1; i < stars.size(); i++) {
      ascend &= stars.get(i - 1).compareTo(stars.get(i)) < 0;
    }
    if (!ascend) {
      throw new Mistake(
          null,
          "these are not four ascending numbers",
          "give the points from which on there are 2, 3, 4 and 5 stars: [20, 40, 60, 80]");
    }
    return stars;
  }

  private static MailRatingPlan plan(Arguments given) {
    MailRatingPlan usual = MailRatingPlan.DEFAULT;
    return new MailRatingPlan(
        given.or(WINDOW, usual.window()),
        given.or(POINTS, usual.points()),
        given.or(STARS, usual.stars()));
  }
}
