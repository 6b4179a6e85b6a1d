package dev.kilde.core.score.mail;

import static dev.kilde.core.event.EngagementKind.CLICKED;
import static dev.kilde.core.event.EngagementKind.OPENED;
import static dev.kilde.core.event.EngagementKind.SENT;
import static dev.kilde.core.event.EngagementKind.UNSUBSCRIBED;
import static dev.kilde.core.event.PermissionStatus.GRANTED;
import static dev.kilde.core.event.PermissionStatus.PENDING;
import static dev.kilde.core.event.PermissionStatus.REVOKED;
import static dev.kilde.core.score.mail.Mailbox.moment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.score.mail.MailRating.Given;
import dev.kilde.core.verdict.Range;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailRatingJudgementTest {

  private static final MailRatingJudgement JUDGEMENT = MailRatingJudgement.JUDGEMENT;

  @Test
  void itsNameIsStable() {
    assertThat(JUDGEMENT.name()).isEqualTo("mail-rating");
  }

  @Test
  void whoNeverSubscribedIsUnknown() {
    Mailbox mailbox =
        new Mailbox()
            .said(REVOKED, "1d")
            .said("profiling", GRANTED, moment("1d"))
            .delivered("m", "2d")
            .clicked("m", "2d");

    assertThat(judged(mailbox, "3d")).isEqualTo(Verdict.lasting(MailRating.UNKNOWN));
  }

  @Test
  void untilTheFirstMessageTheStartValueHolds() {
    assertThat(judged(new Mailbox().confirmed("1d"), "800d"))
        .isEqualTo(Verdict.lasting(new MailRating(4, points(60), List.of(), false)));
    assertThat(judged(new Mailbox().said(GRANTED, "1d"), "800d"))
        .isEqualTo(Verdict.lasting(new MailRating(3, points(40), List.of(), false)));
    assertThat(judged(new Mailbox().said(PENDING, "1d"), "800d"))
        .isEqualTo(Verdict.lasting(new MailRating(3, points(40), List.of(), false)));
  }

  @Test
  void thenTheRulesAddToIt() {
    Mailbox mailbox = new Mailbox().confirmed("1d").delivered("m", "2d").clicked("m", "2d");

    assertThat(judged(mailbox, "3d"))
        .isEqualTo(
            new Verdict<>(
                new MailRating(
                    5,
                    BigDecimal.valueOf(958, 1),
                    List.of(
                        given("MR-01", "3", "opened a mail within 30 days"),
                        given("MR-02", "7", "clicked a mail within 30 days"),
                        given("MR-03", "3.2", "opened the last mail"),
                        given("MR-04", "8", "clicked the last mail"),
                        given("MR-05", "1.6", "clicked the one mail opened"),
                        given("MR-07", "10", "last engaged within 7 days"),
                        given("MR-11", "3", "confirmed the sign-up by double opt-in")),
                    false),
                moment("9d")));
  }

  /** Delivered on day 2. */
  @ParameterizedTest
  @CsvSource({"2d-1, 3, 2d", "2d, 3, 62d", "92d-1, 2, 92d", "92d, , "})
  void whoseLastMessageIsOlderThanTheWindowIsUnknown(
      String now, @Nullable Integer stars, @Nullable String until) {
    Mailbox mailbox = new Mailbox().said(GRANTED, "1d").delivered("m", "2d");
    Verdict<MailRating> verdict = judged(mailbox, now);

    assertThat(verdict.value().stars()).isEqualTo(stars);
    assertThat(verdict.holdsUntil()).isEqualTo(until == null ? null : moment(until));
  }

  @Test
  void theWindowIsThePlans() {
    MailRatingPlan usual = MailRatingPlan.DEFAULT;
    Mailbox mailbox =
        new Mailbox()
            .rated(new MailRatingPlan(Duration.ofDays(10), usual.points(), usual.stars()))
            .said(GRANTED, "1d")
            .mail(SENT, "m", "2d");

    assertThat(judged(mailbox, "12d-1").holdsUntil()).isEqualTo(moment("12d"));
    assertThat(judged(mailbox, "12d")).isEqualTo(Verdict.lasting(MailRating.UNKNOWN));
  }

  @Test
  void aMessageMakesTheUnknownKnownAgain() {
    Mailbox mailbox = new Mailbox().said(GRANTED, "1d").delivered("m", "2d").delivered("n", "200d");

    assertThat(judged(mailbox, "150d"))
        .isEqualTo(new Verdict<>(MailRating.UNKNOWN, moment("200d")));
    assertThat(judged(mailbox, "200d").value().stars()).isNotNull();
  }

  @Test
  void whoLeftHasOneStarAndNoPoints() {
    Mailbox mailbox =
        new Mailbox()
            .confirmed("1d")
            .delivered("m", "2d")
            .clicked("m", "2d")
            .mail(UNSUBSCRIBED, "m", "3d");
    MailRating rating = judged(mailbox, "3d").value();

    assertThat(rating.stars()).isEqualTo(1);
    assertThat(rating.points()).isZero();
    assertThat(rating.floored()).isTrue();
    assertThat(rating.rules()).contains(given("MR-16", "-100", "unsubscribed"));
  }

  @Test
  void soHasWhoLeavesBeforeTheFirstMessage() {
    Mailbox mailbox = new Mailbox().confirmed("1d").said(REVOKED, "2d");

    assertThat(judged(mailbox, "3d"))
        .isEqualTo(
            Verdict.lasting(
                new MailRating(
                    1,
                    BigDecimal.ZERO,
                    List.of(given("MR-16", "-100", "took back every permission")),
                    true)));
  }

  @Test
  void pointsAreScaledFromThePlan() {
    Mailbox mailbox =
        new Mailbox()
            .rated(plan(Map.of("MR-02", points(20), "MR-03", points(1), "MR-07", points(0))))
            .said(GRANTED, "1d")
            .delivered("m", "2d")
            .clicked("m", "2d");

    assertThat(judged(mailbox, "3d").value().rules())
        .contains(
            given("MR-02", "20", "clicked a mail within 30 days"),
            given("MR-03", "0.4", "opened the last mail"))
        .noneMatch(given -> given.code().equals("MR-07"));
  }

  @Test
  void aFloorOfNoPointsIsNone() {
    Mailbox mailbox =
        new Mailbox()
            .rated(plan(Map.of("MR-16", points(0))))
            .said(GRANTED, "1d")
            .said(REVOKED, "2d");

    assertThat(judged(mailbox, "3d").value())
        .isEqualTo(new MailRating(3, points(40), List.of(), false));
  }

  @Test
  void theSumStaysWithinAHundred() {
    Mailbox mailbox = new Mailbox().confirmed("1d").delivered("m", "2d").clicked("m", "2d");

    assertThat(judged(mailbox.rated(plan(Map.of("MR-01", points(90)))), "3d").value().points())
        .isEqualTo(points(100));
    assertThat(judged(mailbox.rated(plan(Map.of("MR-01", points(-100)))), "3d").value().points())
        .isZero();
  }

  @Test
  void machinesWeighNothing() {
    Mailbox mailbox = new Mailbox().said(GRANTED, "1d").delivered("m", "2d");
    Verdict<MailRating> before = judged(mailbox, "5d");
    mailbox
        .mail("email", OPENED, "m", true, moment("3d"))
        .mail("email", CLICKED, "m", true, moment("3d"));

    assertThat(judged(mailbox, "5d")).isEqualTo(before);
  }

  /** Delivered and clicked on day 2 (4 stars), from day 9 on 3 stars, unknown from day 92 on. */
  @ParameterizedTest
  @CsvSource({
    "3d,  4, ,  false, true,  32d",
    "32d, 4, ,  false, false, ",
    "3d,  ,  3, false, false, 32d",
    "3d,  5, ,  false, false, ",
    "3d,  1, ,  false, true,  92d",
    "3d,  1, ,  true,  true,  ",
    "3d,  ,  ,  false, true,  92d",
    "3d,  ,  ,  true,  false, 92d",
    "92d, ,  ,  true,  true,  ",
    "3d,  4, ,  true,  true,  32d",
    "32d, 4, ,  true,  false, 92d",
  })
  void aComparisonHoldsUntilItFlips(
      String now,
      @Nullable Integer atLeast,
      @Nullable Integer atMost,
      boolean unknown,
      boolean truth,
      @Nullable String until) {
    Mailbox mailbox = new Mailbox().said(GRANTED, "1d").delivered("m", "2d").clicked("m", "2d");

    assertThat(
            JUDGEMENT.compared(mailbox.subject(), Range.of(atLeast, atMost), unknown, moment(now)))
        .isEqualTo(new Verdict<>(truth, until == null ? null : moment(until)));
  }

  private static Verdict<MailRating> judged(Mailbox mailbox, String now) {
    return JUDGEMENT.judge(mailbox.subject(), moment(now));
  }

  private static MailRatingPlan plan(Map<String, BigDecimal> points) {
    MailRatingPlan usual = MailRatingPlan.DEFAULT;
    return new MailRatingPlan(usual.window(), points, usual.stars());
  }

  private static Given given(String code, String points, String because) {
    return new Given(code, new BigDecimal(points), because);
  }

  private static BigDecimal points(int points) {
    return BigDecimal.valueOf(points);
  }
}
