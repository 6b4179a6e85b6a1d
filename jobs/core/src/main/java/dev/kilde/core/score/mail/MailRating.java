package dev.kilde.core.score.mail;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How loyal a reader of mail somebody is.
 *
 * @param stars 1 to 5; null: unknown
 * @param points 0 to 100; null: unknown
 * @param rules those that add or take away, in the order of their codes
 * @param floored one star whatever the other rules say; points are 0
 */
public record MailRating(
    @Nullable Integer stars, @Nullable BigDecimal points, List<Given> rules, boolean floored) {

  /** Of whom nothing is known as a reader. */
  public static final MailRating UNKNOWN = new MailRating(null, null, List.of(), false);

  /**
   * What one rule adds.
   *
   * @param points negative takes away; never 0
   * @param because the reason in words
   */
  public record Given(String code, BigDecimal points, String because) {}

  public MailRating {
    rules = List.copyOf(rules);
  }
}
