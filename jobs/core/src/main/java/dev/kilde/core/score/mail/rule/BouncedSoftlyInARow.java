package dev.kilde.core.score.mail.rule;

import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.facts.Engagement.Response;
import dev.kilde.core.score.mail.MailReader;
import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.RuleResult;
import dev.kilde.core.score.mail.Turn;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * MR-15: a mailbox that is full, or that nobody looks after.
 *
 * <pre>
 *   newest first:   bounced  bounced  bounced  delivered     the last 3 mails bounced softly: -6
 *   newest first:   delivered  bounced  bounced              nothing
 *   5 in a row                                               -10, the whole
 * </pre>
 *
 * A mail that bounces more than once is one mail; what bounced without a message id is one each.
 */
public record BouncedSoftlyInARow() implements MailRule {

  private static final int FEWEST = 2;
  private static final int MOST = 5;

  @Override
  public String code() {
    return "MR-15";
  }

  @Override
  public BigDecimal best() {
    return BigDecimal.valueOf(-10);
  }

  @Override
  public String doc() {
    return "by the mails in a row that bounced softly, from 2 to 5";
  }

  @Override
  public Verdict<RuleResult> judge(MailReader reader, Instant now) {
    return Turn.of(now, instant -> at(reader, instant), reader.ahead(now));
  }

  private static RuleResult at(MailReader reader, Instant now) {
    int row = Math.min(MOST, row(reader.responses(), now));
    String which = row < MOST ? "the last " : "at least the last ";
    return row < FEWEST
        ? RuleResult.NOTHING
        : RuleResult.part(row, MOST, which + row + " mails bounced softly");
  }

  private static int row(List<Response> responses, Instant now) {
    Set<String> messages = new HashSet<>();
    int unnamed = 0;
    for (int i = responses.size() - 1; i >= 0; i--) {
      Response response = responses.get(i);
      if (response.at().isAfter(now)) {
        continue;
      }
      if (response.kind() == EngagementKind.DELIVERED) {
        break;
      }
      if (response.kind() == EngagementKind.SOFT_BOUNCED) {
        String message = response.messageId();
        if (message == null) {
          unnamed++;
        } else {
          messages.add(message);
        }
      }
    }
    return unnamed + messages.size();
  }
}
