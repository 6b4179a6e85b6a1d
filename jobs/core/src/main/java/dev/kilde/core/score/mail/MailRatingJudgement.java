package dev.kilde.core.score.mail;

import dev.kilde.core.Catalogue;
import dev.kilde.core.facts.Contact;
import dev.kilde.core.facts.Engagement;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.facts.Permissions;
import dev.kilde.core.facts.Purchases;
import dev.kilde.core.facts.Visits;
import dev.kilde.core.score.Judgement;
import dev.kilde.core.score.Subject;
import dev.kilde.core.score.mail.MailRating.Given;
import dev.kilde.core.verdict.Flip;
import dev.kilde.core.verdict.Instants;
import dev.kilde.core.verdict.Range;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * MailRating: where a reader starts, and what the rules add to it and take away.
 *
 * <pre>
 *   never subscribed                    unknown
 *   subscribed      no message yet      the start value
 *   first message   rated               start + rules, within 0 to 100
 *   last message + window               unknown
 * </pre>
 *
 * <p>The start value is the least of 4 stars of a confirmed sign-up, of 3 of any other. A rule that
 * floors gives one star, also before the first message. Messages are those sent or delivered; those
 * past retention are forgotten, and with the last of them that there were any.
 */
public final class MailRatingJudgement implements Judgement<MailRating> {

  public static final MailRatingJudgement JUDGEMENT = new MailRatingJudgement();

  private static final BigDecimal MOST = BigDecimal.valueOf(100);

  private static final int DECIMALS = 2;

  private MailRatingJudgement() {}

  @Override
  public String name() {
    return "mail-rating";
  }

  @Override
  public Set<Fact<?>> reads() {
    return Set.of(Engagement.FACT, Permissions.FACT, Visits.FACT, Purchases.FACT, Contact.FACT);
  }

  @Override
  public Verdict<MailRating> judge(Subject who, Instant now) {
    return rated(MailReader.of(who), who.terms().mailRatingPlan(), now);
  }

  @Override
  public Object held(MailRating rating) {
    return rating;
  }

  /**
   * Whether the rating is one that is asked for, until exactly when it is not.
   *
   * @param stars of those who are rated; without a bound all of them, or none where {@code unknown}
   * @param unknown whether somebody whose rating is unknown is, too
   */
  public Verdict<Boolean> compared(Subject who, Range stars, boolean unknown, Instant now) {
    MailReader reader = MailReader.of(who);
    MailRatingPlan plan = who.terms().mailRatingPlan();
    boolean bounded = stars.atLeast() != null || stars.atMost() != null;
    return Flip.of(
        now,
        instant -> rated(reader, plan, instant),
        rating -> {
          Integer given = rating.stars();
          return given == null ? unknown : (bounded || !unknown) && stars.holds(given);
        });
  }

  private static Verdict<MailRating> rated(MailReader reader, MailRatingPlan plan, Instant now) {
    if (!reader.isSubscriber()) {
      return Verdict.lasting(MailRating.UNKNOWN);
    }
    List<Instant> messages = reader.messages();
    Instant next = messages.stream().filter(at -> at.isAfter(now)).findFirst().orElse(null);
    Instant last = MailReader.newest(messages, now);
    Instant end = last == null ? next : last.plus(plan.window());
    if (last != null && Instants.isPast(end, now)) {
      return new Verdict<>(MailRating.UNKNOWN, next);
    }
    return summed(reader, plan, last != null, now).atMostUntil(end);
  }

  private static Verdict<MailRating> summed(
      MailReader reader, MailRatingPlan plan, boolean written, Instant now) {
    List<Given> given = new ArrayList<>();
    BigDecimal sum = plan.start(reader.isConfirmed());
    boolean floored = false;
    Instant until = null;
    for (MailRule rule : Catalogue.MAIL_RULES) {
      BigDecimal best = plan.pointsOf(rule);
      if (best.signum() == 0 || !(written || rule.floors())) {
        continue;
      }
      Verdict<RuleResult> verdict = rule.judge(reader, now);
      until = Instants.earliest(until, verdict.holdsUntil());
      BigDecimal points = plain(best.multiply(verdict.value().share()));
      if (points.signum() != 0) {
        given.add(new Given(rule.code(), points, verdict.value().because()));
        sum = sum.add(points);
        floored |= rule.floors();
      }
    }
    return new Verdict<>(rating(plan, sum, given, floored), until);
  }

  private static MailRating rating(
      MailRatingPlan plan, BigDecimal sum, List<Given> given, boolean floored) {
    if (floored) {
      return new MailRating(1, BigDecimal.ZERO, given, true);
    }
    BigDecimal points = plain(sum.max(BigDecimal.ZERO).min(MOST));
    return new MailRating(plan.starsOf(points), points, given, false);
  }

  /** Two decimals at most, and equal where the numbers are. */
  private static BigDecimal plain(BigDecimal points) {
    BigDecimal rounded = points.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
