package dev.kilde.core.score.mail.rule;

import dev.kilde.core.score.mail.MailReader;
import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.RuleResult;
import dev.kilde.core.score.mail.Turn;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * MR-07: how long ago somebody last did anything with a mail.
 *
 * <pre>
 *   last engaged |-- 10 --|-- 5 --|-- 0 --|-- -5 --|-- -10 ...
 *                0        7d      30d     60d      90d
 * </pre>
 *
 * Of somebody who never did, the days since the first message count, and only take away.
 */
public record EngagedLately() implements MailRule {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration TWO_MONTHS = Duration.ofDays(60);
  private static final Duration THREE_MONTHS = Duration.ofDays(90);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  @Override
  public String code() {
    return "MR-07";
  }

  @Override
  public BigDecimal best() {
    return BigDecimal.valueOf(10);
  }

  @Override
  public String doc() {
    return "by the days since a mail was last opened, clicked, answered or forwarded: whole within"
        + " 7, half within 30, minus half from 60 on, minus the whole from 90 on";
  }

  @Override
  public Verdict<RuleResult> judge(MailReader reader, Instant now) {
    List<Instant> engaged = reader.engaged();
    List<Instant> messages = reader.messages();
    Instant first = messages.isEmpty() ? null : messages.get(0);
    Instant newest = MailReader.newest(engaged, now);
    Stream<Instant> begins =
        Stream.of(
                engaged.stream().filter(at -> at.isAfter(now)),
                Stream.ofNullable(newest),
                Stream.ofNullable(first))
            .flatMap(each -> each);
    return Turn.of(
        now,
        instant -> at(MailReader.newest(engaged, instant), first, instant),
        begins.flatMap(EngagedLately::bands));
  }

  private static Stream<Instant> bands(Instant begin) {
    return Stream.of(Duration.ZERO, WEEK, MONTH, TWO_MONTHS, THREE_MONTHS).map(begin::plus);
  }

  private static RuleResult at(@Nullable Instant engaged, @Nullable Instant first, Instant now) {
    if (engaged != null) {
      return isOver(engaged, MONTH, now)
          ? away(engaged, "has not engaged", now)
          : lately(engaged, now);
    }
    return first == null ? RuleResult.NOTHING : away(first, "has ignored every mail", now);
  }

  private static RuleResult lately(Instant engaged, Instant now) {
    return isOver(engaged, WEEK, now)
        ? new RuleResult(HALF, "last engaged within 30 days")
        : RuleResult.whole("last engaged within 7 days");
  }

  private static RuleResult away(Instant since, String because, Instant now) {
    if (isOver(since, THREE_MONTHS, now)) {
      return new RuleResult(BigDecimal.ONE.negate(), because + " for 90 days");
    }
    return isOver(since, TWO_MONTHS, now)
        ? new RuleResult(HALF.negate(), because + " for 60 days")
        : RuleResult.NOTHING;
  }

  private static boolean isOver(Instant since, Duration span, Instant now) {
    return !since.plus(span).isAfter(now);
  }
}
