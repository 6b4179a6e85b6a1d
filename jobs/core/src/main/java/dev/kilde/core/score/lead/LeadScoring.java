package dev.kilde.core.score.lead;

import dev.kilde.core.facts.Visit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How interest is scored: {@code leadScore} of {@code scoring.yaml}.
 *
 * @param halfLife in which points lose half their worth; 1 ms to 100 years
 * @param rules each adds by itself
 * @param warm points from which on somebody is warm; not negative
 * @param hot likewise hot; at least {@code warm}
 * @param purchaseKeeps share of the score that a counting purchase leaves, 0 to 1
 */
public record LeadScoring(
    Duration halfLife,
    List<LeadRule> rules,
    BigDecimal warm,
    BigDecimal hot,
    BigDecimal purchaseKeeps) {

  /** {@link LeadRule#on} for a click in a mail; nothing narrows it. */
  public static final String MAIL_CLICKED = "mail_clicked";

  /** {@link LeadRule#on} for whatever is done on a page of a type. */
  public static final String PAGE_TYPE = "page_type";

  private static final Duration LONGEST_HALF_LIFE = Duration.ofDays(36_500);

  /** What holds where a tenant says nothing. */
  public static final LeadScoring DEFAULT =
      new LeadScoring(
          Duration.ofDays(7),
          List.of(
              LeadRule.of("product_viewed", 2, 20).repeating(4),
              LeadRule.of("category_viewed", 1, 10),
              LeadRule.of("searched", 1, 10),
              LeadRule.of(MAIL_CLICKED, 5, 15),
              LeadRule.of("cart_added", 10, 30),
              LeadRule.of("checkout_started", 15, 30),
              LeadRule.of("page_viewed", 5, 10).onPages("shipping", "returns", "warranty")),
          BigDecimal.valueOf(25),
          BigDecimal.valueOf(50),
          new BigDecimal("0.2"));

  /**
   * @throws IllegalArgumentException where a half-life is not positive or beyond reckoning
   */
  public LeadScoring {
    if (halfLife.toMillis() < 1 || halfLife.compareTo(LONGEST_HALF_LIFE) > 0) {
      throw new IllegalArgumentException("a half-life of 1 ms to 100 years is needed: " + halfLife);
    }
    rules = List.copyOf(rules);
  }

  /** {@code cold}, {@code warm} or {@code hot}; at a threshold one is in its band. */
  public String band(BigDecimal points) {
    if (points.compareTo(hot) >= 0) {
      return "hot";
    }
    return points.compareTo(warm) >= 0 ? "warm" : "cold";
  }

  /**
   * What adds points.
   *
   * @param code stable, as contributions name it: {@code on}, and what narrows it
   * @param on a tracking name, {@code mail_clicked}, or {@code page_type} for any event on a page
   * @param pageTypes on which pages; empty: on any
   * @param category path; sub-categories count; null: any
   * @param brand null: any
   * @param productId null: any
   * @param points of one; positive. Of points and caps millionths count, no less
   * @param repeatPoints of a product that matched before; null: as {@code points}
   * @param dailyCap points of a calendar day at most, the earliest count; null: no cap
   */
  public record LeadRule(
      String code,
      String on,
      List<String> pageTypes,
      @Nullable String category,
      @Nullable String brand,
      @Nullable String productId,
      BigDecimal points,
      @Nullable BigDecimal repeatPoints,
      @Nullable BigDecimal dailyCap) {
    public LeadRule {
      pageTypes = List.copyOf(pageTypes);
    }

    static LeadRule of(String on, int points, int dailyCap) {
      return new LeadRule(
          on,
          on,
          List.of(),
          null,
          null,
          null,
          BigDecimal.valueOf(points),
          null,
          BigDecimal.valueOf(dailyCap));
    }

    LeadRule repeating(int more) {
      return new LeadRule(
          code,
          on,
          pageTypes,
          category,
          brand,
          productId,
          points,
          BigDecimal.valueOf(more),
          dailyCap);
    }

    LeadRule onPages(String... types) {
      List<String> pages = List.of(types);
      return new LeadRule(
          on + "[" + String.join(",", pages) + "]",
          on,
          pages,
          category,
          brand,
          productId,
          points,
          repeatPoints,
          dailyCap);
    }

    /** The same under another code. */
    LeadRule called(String name) {
      return new LeadRule(
          name, on, pageTypes, category, brand, productId, points, repeatPoints, dailyCap);
    }

    /** Whether it is about clicks in mails. */
    boolean isOfClicks() {
      return on.equals(MAIL_CLICKED);
    }

    /** Whether it is about what is tracked under a name. */
    boolean isAbout(String name) {
      return on.equals(name) || on.equals(PAGE_TYPE);
    }

    /** Whether a visit it is about is of what it is narrowed to. */
    boolean matches(Visit visit) {
      String page = visit.pageType();
      return (pageTypes.isEmpty() || (page != null && pageTypes.contains(page)))
          && (category == null || isWithin(visit.category(), category))
          && (brand == null || Objects.equals(brand, visit.brand()))
          && (productId == null || Objects.equals(productId, visit.productId()));
    }

    private static boolean isWithin(@Nullable String path, String category) {
      return path != null && (path.equals(category) || path.startsWith(category + "/"));
    }
  }
}
