package dev.kilde.core.score.lead;

import dev.kilde.core.event.Tracked;
import dev.kilde.core.score.lead.LeadScoring.LeadRule;
import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Mistake;
import dev.kilde.core.shape.Shape;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code leadScore} of {@code scoring.yaml}: what it may say, and what holds where it does not. */
public final class LeadScoringShape {

  private static final LeadScoring DEFAULT = LeadScoring.DEFAULT;

  private static final Shape<BigDecimal> POSITIVE =
      new Shape.Decimal(new BigDecimal("0.000001"), BigDecimal.valueOf(10_000));
  private static final Shape<BigDecimal> NOT_NEGATIVE =
      new Shape.Decimal(BigDecimal.ZERO, BigDecimal.valueOf(10_000));

  private static final Field<String> ON =
      Field.required(
          "on",
          new Shape.Word(
              Stream.concat(
                      Tracked.NAMES.stream(),
                      Stream.of(LeadScoring.MAIL_CLICKED, LeadScoring.PAGE_TYPE))
                  .toList()),
          "What earns the points: something tracked, mail_clicked, or page_type for anything done"
              + " on such a page.");
  private static final Field<List<String>> PAGE_TYPE =
      Field.optional(
          "pageType",
          new Shape.OneOrMore<>(new Shape.Text("shipping")),
          "Only on a page of this type or of one of these.");
  private static final Field<String> CATEGORY =
      Field.optional(
          "category",
          new Shape.Text("outdoor/tents"),
          "Only of this category or one of its sub-categories.");
  private static final Field<String> BRAND =
      Field.optional("brand", new Shape.Text("Nordlys"), "Only of this brand.");
  private static final Field<String> PRODUCT =
      Field.optional("product", new Shape.Text("tent-2"), "Only of this product.");
  private static final Field<BigDecimal> POINTS =
      Field.required("points", POSITIVE, "Points each time.");
  private static final Field<BigDecimal> REPEAT_POINTS =
      Field.optional(
          "repeatPoints",
          NOT_NEGATIVE,
          "Points where the same product earned some before; else points.");
  private static final Field<BigDecimal> DAILY_CAP =
      Field.optional(
          "dailyCap",
          POSITIVE,
          "Points of a calendar day at most, the earliest count; else as many as there are.");

  private static final Shape<LeadRule> RULE =
      new Shape.Mapping(
              "a rule of the lead score",
              List.of(ON, PAGE_TYPE, CATEGORY, BRAND, PRODUCT, POINTS, REPEAT_POINTS, DAILY_CAP))
          .as(LeadScoringShape::rule);

  private static final Field<BigDecimal> WARM =
      Field.optional(
          "warm",
          NOT_NEGATIVE,
          "Points from which on somebody is warm; else " + DEFAULT.warm() + ".");
  private static final Field<BigDecimal> HOT =
      Field.optional(
          "hot", NOT_NEGATIVE, "Points from which on somebody is hot; else " + DEFAULT.hot() + ".");

  private record Thresholds(BigDecimal warm, BigDecimal hot) {}

  private static final Field<Duration> HALF_LIFE =
      Field.optional(
          "halfLife",
          new Shape.Span(Duration.ofMinutes(1), Duration.ofDays(3650)),
          "In which points lose half their worth; else 7d.");
  private static final Field<List<LeadRule>> RULES =
      Field.optional(
          "rules",
          new Shape.ListOf<>(RULE, 0),
          "What earns points, in place of the built-in rules; each adds by itself.");
  private static final Field<Thresholds> THRESHOLDS =
      Field.optional(
          "thresholds",
          new Shape.Mapping("thresholds", List.of(WARM, HOT)).as(LeadScoringShape::thresholds),
          "Where the bands cold, warm and hot begin.");
  private static final Field<BigDecimal> PURCHASE_KEEPS =
      Field.optional(
          "purchaseKeeps",
          new Shape.Decimal(BigDecimal.ZERO, BigDecimal.ONE),
          "Share of the score that is left after a purchase; else "
              + DEFAULT.purchaseKeeps()
              + ".");

  /** The value under the key. */
  public static final Shape<LeadScoring> SHAPE =
      new Shape.Mapping("a lead score", List.of(HALF_LIFE, RULES, THRESHOLDS, PURCHASE_KEEPS))
          .as(LeadScoringShape::scoring);

  private LeadScoringShape() {}

  private static LeadScoring scoring(Arguments given) {
    Thresholds thresholds = given.or(THRESHOLDS, new Thresholds(DEFAULT.warm(), DEFAULT.hot()));
    return new LeadScoring(
        given.or(HALF_LIFE, DEFAULT.halfLife()),
        toldApart(given.or(RULES, DEFAULT.rules())),
        thresholds.warm,
        thresholds.hot,
        given.or(PURCHASE_KEEPS, DEFAULT.purchaseKeeps()));
  }

  private static Thresholds thresholds(Arguments given) {
    BigDecimal warm = given.or(WARM, DEFAULT.warm());
    BigDecimal hot = given.or(HOT, DEFAULT.hot());
    if (warm.compareTo(hot) > 0) {
      throw new Mistake(
          given.has(HOT) ? "hot" : "warm",
          "hot begins at " + hot.toPlainString() + ", below warm at " + warm.toPlainString(),
          "a hot that is at least warm");
    }
    return new Thresholds(warm, hot);
  }

  private static LeadRule rule(Arguments given) {
    String on = given.need(ON);
    if (on.equals(LeadScoring.PAGE_TYPE) && !given.has(PAGE_TYPE)) {
      throw new Mistake("on", "page_type does not say of which pages", "pageType: shipping");
    }
    if (on.equals(LeadScoring.MAIL_CLICKED)) {
      for (Field<?> narrowing : List.of(PAGE_TYPE, CATEGORY, BRAND, PRODUCT, REPEAT_POINTS)) {
        if (given.has(narrowing)) {
          throw new Mistake(
              narrowing.name(),
              "a click in a mail is of no product and on no page",
              "mail_clicked without " + narrowing.name());
        }
      }
    }
    BigDecimal points = given.need(POINTS);
    BigDecimal dailyCap = given.get(DAILY_CAP);
    if (dailyCap != null && dailyCap.compareTo(points) < 0) {
      throw new Mistake(
          "dailyCap",
          "a dailyCap of " + dailyCap.toPlainString() + " is less than the points of one time",
          "at least " + points.toPlainString());
    }
    return new LeadRule(
        code(given),
        on,
        given.or(PAGE_TYPE, List.of()),
        given.get(CATEGORY),
        given.get(BRAND),
        given.get(PRODUCT),
        points,
        given.get(REPEAT_POINTS),
        dailyCap);
  }

  /** {@code page_viewed[shipping,returns]}, {@code product_viewed[category:tents]}. */
  private static String code(Arguments given) {
    List<String> narrowed = new ArrayList<>(given.or(PAGE_TYPE, List.of()));
    for (Field<String> field : List.of(CATEGORY, BRAND, PRODUCT)) {
      String value = given.get(field);
      if (value != null) {
        narrowed.add(field.name() + ":" + value);
      }
    }
    String on = given.need(ON);
    return narrowed.isEmpty() ? on : on + "[" + String.join(",", narrowed) + "]";
  }

  /** Of rules with one code, the second is told as {@code searched#2}, and so on. */
  private static List<LeadRule> toldApart(List<LeadRule> rules) {
    Map<String, Integer> told = new HashMap<>();
    List<LeadRule> apart = new ArrayList<>();
    for (LeadRule rule : rules) {
      int many = told.merge(rule.code(), 1, Integer::sum);
      apart.add(many == 1 ? rule : rule.called(rule.code() + "#" + many));
    }
    return apart;
  }
}
