package dev.kilde.core.score.mail.rule;

import dev.kilde.core.facts.Visit;
import dev.kilde.core.score.mail.MailReader;
import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.RuleResult;
import dev.kilde.core.verdict.Occurrences;
import dev.kilde.core.verdict.Verdict;
import dev.kilde.core.verdict.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * MR-08: a click led to a visit.
 *
 * <pre>
 *   click |---- visit ----) click + 24h    and the visit in (now - 30d, now]:
 *                                          visited within 24 hours of a click: 5
 * </pre>
 *
 * Anything done on the site or in the app is a visit.
 */
public record VisitedAfterAClick() implements MailRule {

  private static final Duration AFTER = Duration.ofHours(24);
  private static final Duration DAYS = Duration.ofDays(30);
  private static final Window SPAN = new Window.Rolling(DAYS, null);

  @Override
  public String code() {
    return "MR-08";
  }

  @Override
  public BigDecimal best() {
    return BigDecimal.valueOf(5);
  }

  @Override
  public String doc() {
    return "visited the site within 24 hours of a click, in the last 30 days";
  }

  @Override
  public Verdict<RuleResult> judge(MailReader reader, Instant now) {
    List<Instant> led =
        reader.visitsAfter(now.minus(DAYS)).stream()
            .map(Visit::at)
            .filter(at -> reader.clickedBefore(at, AFTER))
            .toList();
    return Occurrences.counted(led, SPAN, count -> count > 0, now)
        .map(
            any ->
                any
                    ? RuleResult.whole("visited within 24 hours of a click in the last 30 days")
                    : RuleResult.NOTHING);
  }
}
