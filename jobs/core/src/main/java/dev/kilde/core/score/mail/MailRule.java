package dev.kilde.core.score.mail;

import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One reason to think more, or less, of a reader.
 *
 * <p>Immutable; only e-mail counts. What happens later than the instant asked about has not
 * happened yet.
 */
public interface MailRule {

  /** The stable code, {@code MR-01}. */
  String code();

  /** The points of a share of 1 where the tenant gives no others; negative takes away. */
  BigDecimal best();

  /** When it gives points, one sentence. */
  String doc();

  /** The share of the points that is given and why, until exactly when that is another. */
  Verdict<RuleResult> judge(MailReader reader, Instant now);

  /** Whether whoever it takes from has one star, also before the first message. */
  default boolean floors() {
    return false;
  }
}
