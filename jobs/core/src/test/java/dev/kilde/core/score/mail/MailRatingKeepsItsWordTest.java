package dev.kilde.core.score.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.kilde.core.Catalogue;
import dev.kilde.core.Told;
import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.PermissionStatus;
import dev.kilde.core.score.Subject;
import dev.kilde.core.verdict.Range;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * The second law, for MailRating: without new input the rating changes only at or after {@code
 * holdsUntil}; every rule and every comparison exactly at it.
 */
class MailRatingKeepsItsWordTest {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** After what something may change: the spans of all rules, a plan's window, and none. */
  private static final List<Duration> SPANS =
      List.of(
          Duration.ZERO,
          Duration.ofHours(24),
          Duration.ofDays(3),
          Duration.ofDays(5),
          Duration.ofDays(7),
          Duration.ofDays(30),
          Duration.ofDays(45),
          Duration.ofDays(60),
          Duration.ofDays(90),
          Duration.ofDays(365),
          Duration.ofDays(730));

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void everyRuleChangesExactlyWhereItSays(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Mailbox life = life(random);
    MailReader reader = life.reader();
    List<Instant> grid = grid(life, random);
    for (MailRule rule : Catalogue.MAIL_RULES) {
      int kept = 0;
      while (kept < grid.size()) {
        Verdict<RuleResult> verdict = rule.judge(reader, grid.get(kept));
        kept =
            assertExact(rule.code(), grid, kept, verdict, now -> rule.judge(reader, now).value());
      }
    }
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void everyComparisonFlipsExactlyWhereItSays(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Mailbox life = life(random);
    Subject who = life.subject();
    List<Instant> grid = grid(life, random);
    Range range = Range.of(some(random), some(random));
    boolean unknown = random.nextBoolean();
    int kept = 0;
    while (kept < grid.size()) {
      Verdict<Boolean> verdict =
          MailRatingJudgement.JUDGEMENT.compared(who, range, unknown, grid.get(kept));
      kept =
          assertExact(
              range + (unknown ? " or unknown" : ""),
              grid,
              kept,
              verdict,
              now -> isAskedFor(who, range, unknown, now));
    }
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void theRatingStaysAsItIsUntilItSays(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Mailbox life = life(random);
    Subject who = life.subject();
    MailRatingJudgement judgement = MailRatingJudgement.JUDGEMENT;
    Verdict<MailRating> standing = null;
    for (Instant now : grid(life, random)) {
      Verdict<MailRating> judged = judgement.judge(who, now);
      assertIsBounded(judged.value());
      if (standing == null || isOver(standing, now)) {
        standing = judged;
      } else {
        assertThat(judgement.held(judged.value()))
            .as("at %s, standing %s", now, standing)
            .isEqualTo(judgement.held(standing.value()));
      }
    }
  }

  /** In the test's own words. */
  private static boolean isAskedFor(Subject who, Range range, boolean unknown, Instant now) {
    Integer stars = MailRatingJudgement.JUDGEMENT.judge(who, now).value().stars();
    if (stars == null) {
      return unknown;
    }
    boolean onlyUnknown = unknown && range.atLeast() == null && range.atMost() == null;
    return !onlyUnknown && range.holds(stars);
  }

  /** Also where the points are anything: the least is 0, the most 100. */
  private static void assertIsBounded(MailRating rating) {
    Integer stars = rating.stars();
    BigDecimal points = rating.points();
    if (stars == null || points == null) {
      assertThat(rating).isEqualTo(MailRating.UNKNOWN);
      return;
    }
    assertThat(stars).isBetween(1, 5);
    assertThat(points).isBetween(BigDecimal.ZERO, HUNDRED);
    assertThat(rating.rules())
        .allSatisfy(
            given -> {
              assertThat(given.points()).isNotZero();
              assertThat(given.because()).isNotBlank();
            });
  }

  /**
   * From one place of the grid on until the verdict ends.
   *
   * @return the first place at or after its end; the size of the grid where it has none
   */
  private static <T> int assertExact(
      String what, List<Instant> grid, int from, Verdict<T> verdict, Function<Instant, T> value) {
    Instant end = verdict.holdsUntil();
    int place = from;
    while (place < grid.size() && !isOver(verdict, grid.get(place))) {
      Instant now = grid.get(place);
      if (!value.apply(now).equals(verdict.value())) {
        fail("%s is another at %s, judged at %s: %s", what, now, grid.get(from), verdict);
      }
      place++;
    }
    if (end != null) {
      assertThat(end).isAfter(grid.get(from));
      assertThat(value.apply(end.minusMillis(1)))
          .as("%s before %s", what, end)
          .isEqualTo(verdict.value());
      assertThat(value.apply(end)).as("%s at %s", what, end).isNotEqualTo(verdict.value());
    }
    return place;
  }

  private static boolean isOver(Verdict<?> verdict, Instant now) {
    Instant end = verdict.holdsUntil();
    return end != null && !now.isBefore(end);
  }

  /** Every instant at which a span ends that began with an event, and a millisecond around it. */
  private static List<Instant> grid(Mailbox life, SplittableRandom random) {
    TreeSet<Instant> grid = new TreeSet<>();
    for (Instant event : life.times()) {
      for (Duration span : SPANS) {
        Instant at = event.plus(span);
        grid.addAll(List.of(at.minusMillis(1), at, at.plusMillis(1)));
      }
    }
    for (int i = 0; i < 50; i++) {
      grid.add(at(random, 1_000 * 24));
    }
    return new ArrayList<>(grid);
  }

  /** Of somebody who mostly is a subscriber; a burst of days, or years. */
  private static Mailbox life(SplittableRandom random) {
    Mailbox mailbox = new Mailbox().rated(plan(random));
    int hours = 24 * (1 + random.nextInt(random.nextBoolean() ? 20 : 500));
    if (random.nextInt(10) > 0) {
      mailbox.said(
          "newsletter", any(random, PermissionStatus.values()), at(random, Math.min(hours, 48)));
    }
    int many = random.nextInt(30);
    for (int i = 0; i < many; i++) {
      happen(mailbox, random, at(random, hours));
    }
    return mailbox;
  }

  private static void happen(Mailbox mailbox, SplittableRandom random, Instant at) {
    int what = random.nextInt(40);
    if (what < 12) {
      mailbox.mail("email", EngagementKind.DELIVERED, message(random), false, at);
    } else if (what < 28) {
      String channel = random.nextInt(8) == 0 ? "sms" : "email";
      EngagementKind kind = any(random, EngagementKind.values());
      mailbox.mail(channel, kind, message(random), random.nextInt(4) == 0, at);
    } else if (what < 31) {
      mailbox.visited(random.nextBoolean() ? "page_viewed" : "form_submitted", at);
    } else if (what < 34) {
      mailbox.ordered(random.nextBoolean() ? OrderStatus.PAID : OrderStatus.CANCELLED, at);
    } else if (what < 35) {
      mailbox.asked("mailFrequency", random.nextBoolean() ? "fewer" : "normal", at);
    } else {
      String purpose = List.of("newsletter", "reviews", "profiling").get(random.nextInt(3));
      mailbox.said(purpose, any(random, PermissionStatus.values()), at);
    }
  }

  private static MailRatingPlan plan(SplittableRandom random) {
    MailRatingPlan usual = MailRatingPlan.DEFAULT;
    if (random.nextBoolean()) {
      return usual;
    }
    String code = Catalogue.MAIL_RULES.get(random.nextInt(16)).code();
    BigDecimal points = BigDecimal.valueOf(random.nextInt(-100, 101));
    return new MailRatingPlan(Duration.ofDays(45), Map.of(code, points), usual.stars());
  }

  private static @Nullable String message(SplittableRandom random) {
    return random.nextInt(6) == 0 ? null : "m" + random.nextInt(25);
  }

  private static @Nullable Integer some(SplittableRandom random) {
    return random.nextBoolean() ? null : Integer.valueOf(1 + random.nextInt(5));
  }

  private static Instant at(SplittableRandom random, int hours) {
    return Told.minute(random.nextInt(hours) * 60L);
  }

  private static <E> E any(SplittableRandom random, E[] values) {
    return values[random.nextInt(values.length)];
  }
}
