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
import java.util.List;

/**
 * MR-16: somebody complained or unsubscribed, or the address is gone: one star.
 *
 * <pre>
 *   complained | unsubscribed ---- one star ----| granted anew
 *   every permission revoked  ---- one star ----| granted or asked for anew
 *   bounced hard              ---- one star ----| something was delivered
 * </pre>
 *
 * It floors whatever points it is given, unless they are 0.
 */
public record LeftOrCannotBeReached() implements MailRule {

  @Override
  public String code() {
    return "MR-16";
  }

  @Override
  public BigDecimal best() {
    return BigDecimal.valueOf(-100);
  }

  @Override
  public String doc() {
    return "complained, unsubscribed or bounced hard: one star";
  }

  @Override
  public boolean floors() {
    return true;
  }

  @Override
  public Verdict<RuleResult> judge(MailReader reader, Instant now) {
    return Turn.of(now, instant -> at(reader, instant), reader.ahead(now));
  }

  private static RuleResult at(MailReader reader, Instant now) {
    if (reader.grantedSince() == null) {
      RuleResult left = left(reader.responses(), now);
      if (!left.equals(RuleResult.NOTHING)) {
        return left;
      }
    }
    if (reader.hasRevokedAll()) {
      return RuleResult.whole("took back every permission");
    }
    return isBounced(reader.responses(), now)
        ? RuleResult.whole("the last mail bounced hard")
        : RuleResult.NOTHING;
  }

  /** A complaint or unsubscribe revokes every grant, so a grant that stands is newer than any. */
  private static RuleResult left(List<Response> responses, Instant now) {
    for (int i = responses.size() - 1; i >= 0; i--) {
      Response response = responses.get(i);
      if (response.kind().revokes() && !response.at().isAfter(now)) {
        return RuleResult.whole(
            response.kind() == EngagementKind.COMPLAINED
                ? "complained about a mail"
                : "unsubscribed");
      }
    }
    return RuleResult.NOTHING;
  }

  private static boolean isBounced(List<Response> responses, Instant now) {
    for (int i = responses.size() - 1; i >= 0; i--) {
      Response response = responses.get(i);
      if (response.at().isAfter(now)) {
        continue;
      }
      if (response.kind() == EngagementKind.DELIVERED) {
        return false;
      }
      if (response.kind() == EngagementKind.HARD_BOUNCED) {
        return true;
      }
    }
    return false;
  }
}
