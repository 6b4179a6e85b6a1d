package dev.kilde.core.score.mail.rule;

import dev.kilde.core.facts.Bought;
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
 * MR-09: a click led to a purchase, online or in a store.
 *
 * <pre>
 *   click |---- purchase ----) click + 5d    and the purchase in (now - 365d, now]:
 *                                            bought within 5 days of a click: 8
 * </pre>
 *
 * Only counting purchases do.
 */
public record BoughtAfterAClick() implements MailRule {

  private static final Duration AFTER = Duration.ofDays(5);
  private static final Window SPAN = new Window.Rolling(Duration.ofDays(365), null);

  @Override
  public String code() {
    return "MR-09";
  }

  @Override
  public BigDecimal best() {
    return BigDecimal.valueOf(8);
  }

  @Override
  public String doc() {
    return "bought within 5 days of a click, in the last 365 days";
  }

  @Override
  public Verdict<RuleResult> judge(MailReader reader, Instant now) {
    List<Instant> led =
        reader.bought().stream()
            .map(Bought::at)
            .filter(at -> reader.clickedBefore(at, AFTER))
            .toList();
    return Occurrences.counted(led, SPAN, count -> count > 0, now)
        .map(
            any ->
                any
                    ? RuleResult.whole("bought within 5 days of a click in the last 365 days")
                    : RuleResult.NOTHING);
  }
}
