package dev.kilde.core.score.rfm;

import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Mistake;
import dev.kilde.core.shape.Shape;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** What stands under {@code rfm} of {@code scoring.yaml}; what is left out is the default's. */
public final class RfmShape {

  private static final BreakPoints BANDS = RfmPlan.DEFAULT.bands();

  private static final Field<List<BigDecimal>> RECENCY_DAYS =
      Field.optional(
          "recencyDays",
          four("[30, 90, 180, 365]"),
          "Days since the last purchase from which on r is 4, 3, 2 and 1; else 30, 90, 180, 365.");

  private static final Field<List<BigDecimal>> FREQUENCY =
      Field.optional(
          "frequency",
          four("[2, 3, 5, 10]"),
          "Purchases from which on f is 2, 3, 4 and 5; else 2, 3, 5, 10.");

  private static final Field<List<BigDecimal>> MONETARY =
      Field.optional(
          "monetary",
          four("[50, 150, 400, 1000]"),
          "Amounts in the tenant's currency from which on m is 2, 3, 4 and 5; else 50, 150, 400,"
              + " 1000.");

  private static final Field<String> SCORES =
      Field.optional(
          "scores",
          new Shape.Word(List.of("bands", "quintiles")),
          "By fixed bands, or by the quintiles of everybody who bought; else bands.");

  private static final Field<Duration> WINDOW =
      Field.optional(
          "window",
          new Shape.Span(Duration.ofDays(1), Duration.ofDays(36_500)),
          "Purchases of which span count; else 730d.");

  private static final Field<BreakPoints> BAND_POINTS =
      Field.optional(
          "bands",
          new Shape.Mapping("the bands of rfm", List.of(RECENCY_DAYS, FREQUENCY, MONETARY))
              .as(RfmShape::bands),
          "Where scores change: four ascending numbers of each measure.");

  /** The shape. */
  public static final Shape<RfmPlan> SHAPE =
      new Shape.Mapping("how RFM is scored", List.of(SCORES, WINDOW, BAND_POINTS))
          .as(RfmShape::plan);

  private RfmShape() {}

  private static RfmPlan plan(Arguments given) {
    return new RfmPlan(
        given.or(SCORES, "bands").equals("quintiles"),
        given.or(WINDOW, RfmPlan.DEFAULT.window()),
        given.or(BAND_POINTS, BANDS));
  }

  private static BreakPoints bands(Arguments given) {
    return new BreakPoints(
        given.or(RECENCY_DAYS, BANDS.recencyDays()),
        given.or(FREQUENCY, BANDS.frequency()),
        given.or(MONETARY, BANDS.monetary()));
  }

  private static Shape<List<BigDecimal>> four(String example) {
    Shape<BigDecimal> number =
        new Shape.Decimal(BigDecimal.ZERO, BigDecimal.valueOf(1_000_000_000_000L));
    return new Shape.ListOf<>(number, 4)
        .as(
            points -> {
              if (points.size() != 4) {
                throw new Mistake(
                    null,
                    points.size() + " numbers are not four",
                    "four ascending numbers such as " + example);
              }
              for (int i = 1; i < points.size(); i++) {
                if (points.get(i - 1).compareTo(points.get(i)) > 0) {
                  throw new Mistake(
                      null,
                      points.get(i).toPlainString()
                          + " comes after "
                          + points.get(i - 1).toPlainString()
                          + ", which is more",
                      "four ascending numbers such as " + example);
                }
              }
              return points;
            });
  }
}
