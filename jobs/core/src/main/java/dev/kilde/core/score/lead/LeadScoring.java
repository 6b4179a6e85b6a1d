package dev.kilde.core.score.lead;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How interest is scored: {@code leadScore} of {@code scoring.yaml}.
 *
 * @param halfLife in which points lose half their worth; positive
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

  public LeadScoring {
    rules = List.copyOf(rules);
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
   * @param points of one; positive
   * @param repeatPoints of a product looked at before; null: as {@code points}
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
  }
}
