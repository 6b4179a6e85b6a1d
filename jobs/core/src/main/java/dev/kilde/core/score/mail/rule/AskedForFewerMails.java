package dev.kilde.core.score.mail.rule;

import dev.kilde.core.score.mail.MailReader;
import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.RuleResult;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * MR-14: somebody wants mail, but less of it: better than leaving, worse than content.
 *
 * <pre>
 *   contact attribute mailFrequency: fewer | less | reduced | rarely | seldom | weekly | monthly |
 *                                    quarterly          asked for fewer mails: -5
 *   any other word, or none                             nothing
 * </pre>
 *
 * The newest word given counts, in upper or lower case; {@code normal} or {@code daily} takes it
 * back.
 */
public record AskedForFewerMails() implements MailRule {

  private static final String ATTRIBUTE = "mailFrequency";
  private static final Set<String> FEWER =
      Set.of("fewer", "less", "reduced", "rarely", "seldom", "weekly", "monthly", "quarterly");

  @Override
  public String code() {
    return "MR-14";
  }

  @Override
  public BigDecimal best() {
    return BigDecimal.valueOf(-5);
  }

  @Override
  public String doc() {
    return "asked for fewer mails";
  }

  @Override
  public Verdict<RuleResult> judge(MailReader reader, Instant now) {
    String frequency = reader.attribute(ATTRIBUTE);
    boolean fewer = frequency != null && FEWER.contains(frequency.strip().toLowerCase(Locale.ROOT));
    return Verdict.lasting(fewer ? RuleResult.whole("asked for fewer mails") : RuleResult.NOTHING);
  }
}
