package dev.kilde.core;

import dev.kilde.core.score.Terms;
import dev.kilde.core.score.lead.LeadScoring;
import dev.kilde.core.score.lead.LeadScoring.LeadRule;
import dev.kilde.core.score.mail.MailRatingPlan;
import dev.kilde.core.score.rfm.BreakPoints;
import dev.kilde.core.score.rfm.RfmPlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Terms on which people of tests are judged. */
public final class SomeTerms {

  private SomeTerms() {}

  /** Of a shop in Denmark. */
  public static Terms danish() {
    return in(ZoneId.of("Europe/Copenhagen"));
  }

  /** Of a shop whose days are those of a zone. */
  public static Terms in(ZoneId zone) {
    return new Terms(
        zone,
        Map.of("USD", new BigDecimal("6.9")),
        new LeadScoring(
            Duration.ofDays(7),
            List.of(
                rule("product_viewed", "2", "4", "20"),
                rule("cart_added", "10", null, null),
                rule("mail_clicked", "5", null, "10")),
            new BigDecimal(25),
            new BigDecimal(50),
            new BigDecimal("0.2")),
        new RfmPlan(
            false,
            Duration.ofDays(730),
            new BreakPoints(
                numbers(30, 90, 180, 365), numbers(2, 3, 5, 10), numbers(50, 150, 400, 1000))),
        new MailRatingPlan(Duration.ofDays(90), Map.of(), numbers(20, 40, 60, 80)),
        null);
  }

  private static LeadRule rule(
      String on, String points, @Nullable String repeated, @Nullable String cap) {
    return new LeadRule(
        on,
        on,
        List.of(),
        null,
        null,
        null,
        new BigDecimal(points),
        decimal(repeated),
        decimal(cap));
  }

  private static @Nullable BigDecimal decimal(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }

  private static List<BigDecimal> numbers(Integer... numbers) {
    return Arrays.stream(numbers).map(BigDecimal::valueOf).toList();
  }
}
