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
 * MR-13: somebody took the time to fill in a form or a preference page.
 *
 * <pre>
 *   now - 365d )----- form_submitted -----] now     answered a form within 365 days: 4
 * </pre>
 */
public record AnsweredAForm() implements MailRule {

  private static final Duration DAYS = Duration.ofDays(365);
  private static final Window SPAN = new Window.Rolling(DAYS, null);

  @Override
  public String code() {
    return "MR-13";
  }

  @Override
  public BigDecimal best() {
    return BigDecimal.valueOf(4);
  }

  @Override
  public String doc() {
    return "answered a form or a preference page within 365 days";
  }

  @Override
  public Verdict<RuleResult> judge(MailReader reader, Instant now) {
    List<Instant> answered =
        reader.visitsAfter(now.minus(DAYS)).stream()
            .filter(visit -> visit.name().equals("form_submitted"))
            .map(Visit::at)
            .toList();
    return Occurrences.counted(answered, SPAN, count -> count > 0, now)
        .map(any -> any ? RuleResult.whole("answered a form within 365 days") : RuleResult.NOTHING);
  }
}
