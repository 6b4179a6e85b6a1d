package dev.kilde.core.score.mail.rule;

import dev.kilde.core.score.mail.Letter;
import dev.kilde.core.score.mail.MailReader;
import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.RuleResult;
import dev.kilde.core.score.mail.Turn;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * MR-06: mail after mail is left unopened.
 *
 * <pre>
 *   newest first:   young  ignored  ignored  ignored  opened  ignored
 *                   |      |-------- 3 in a row ----|         ignored the last 3 mails: -7.5
 *   2 in a row      nothing
 *   10 in a row     ignored at least the last 10 mails: -25, the whole
 * </pre>
 *
 * A mail is young, and says nothing yet, until 3 days after its delivery; unless it is opened.
 */
public record IgnoredTheLastMails() implements MailRule {

  private static final int FEWEST = 3;
  private static final int MOST = 10;
  private static final Duration YOUNG = Duration.ofDays(3);

  @Override
  public String code() {
    return "MR-06";
  }

  @Override
  public BigDecimal best() {
    return BigDecimal.valueOf(-25);
  }

  @Override
  public String doc() {
    return "by the mails in a row that were neither opened nor clicked, from 3 to 10; younger than"
        + " 3 days do not count yet";
  }

  @Override
  public Verdict<RuleResult> judge(MailReader reader, Instant now) {
    Stream<Instant> grown =
        reader.letters().stream().map(letter -> letter.deliveredAt().plus(YOUNG));
    return Turn.of(now, instant -> at(reader, instant), Stream.concat(reader.ahead(now), grown));
  }

  private static RuleResult at(MailReader reader, Instant now) {
    int streak = streak(reader, now);
    if (streak < FEWEST) {
      return RuleResult.NOTHING;
    }
    String because = streak < MOST ? "ignored the last " : "ignored at least the last ";
    return RuleResult.part(streak, MOST, because + streak + " mails");
  }

  private static int streak(MailReader reader, Instant now) {
    int streak = 0;
    for (Letter letter : reader.letters()) {
      if (letter.deliveredAt().isAfter(now)) {
        continue;
      }
      if (letter.isOpened(now) || streak == MOST) {
        break;
      }
      if (!letter.deliveredAt().plus(YOUNG).isAfter(now)) {
        streak++;
      }
    }
    return streak;
  }
}
