package dev.kilde.core.score.mail.rule;

import static dev.kilde.core.event.EngagementKind.COMPLAINED;
import static dev.kilde.core.event.EngagementKind.HARD_BOUNCED;
import static dev.kilde.core.event.EngagementKind.SENT;
import static dev.kilde.core.event.EngagementKind.UNSUBSCRIBED;
import static dev.kilde.core.event.PermissionStatus.GRANTED;
import static dev.kilde.core.event.PermissionStatus.PENDING;
import static dev.kilde.core.event.PermissionStatus.REVOKED;
import static dev.kilde.core.score.mail.Mailbox.moment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.Mailbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LeftOrCannotBeReachedTest {

  private final MailRule rule = new LeftOrCannotBeReached();

  @Test
  void itsCodeIsStable() {
    assertThat(rule.code()).isEqualTo("MR-16");
  }

  /** A subscriber to whom this happens on day 2. */
  @ParameterizedTest
  @EnumSource(EngagementKind.class)
  void complaintsUnsubscribesAndHardBouncesFloor(EngagementKind kind) {
    boolean gone = kind == COMPLAINED || kind == UNSUBSCRIBED || kind == HARD_BOUNCED;

    Judged.points(rule, subscriber().mail(kind, "m", "2d"), "3d", gone ? "-100" : "0");
    assertThat(rule.floors()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLAINED,   complained about a mail",
    "UNSUBSCRIBED, unsubscribed",
    "HARD_BOUNCED, the last mail bounced hard",
  })
  void itSaysWhich(EngagementKind kind, String because) {
    assertThat(Judged.because(rule, subscriber().mail(kind, "m", "2d"), "3d")).isEqualTo(because);
  }

  @Test
  void theNewestOfTwoIsSaid() {
    Mailbox mailbox = subscriber().mail(UNSUBSCRIBED, "m", "2d").mail(COMPLAINED, "m", "3d");

    assertThat(Judged.because(rule, mailbox, "4d")).isEqualTo("complained about a mail");
  }

  /** Unsubscribed on day 2; what is said after, or before it. */
  @ParameterizedTest
  @CsvSource({"GRANTED, 3d, 0", "GRANTED, 2d, 0", "GRANTED, 2d-1, -100", "PENDING, 3d, -100"})
  void onlyANewerGrantLiftsAnUnsubscribe(
      dev.kilde.core.event.PermissionStatus status, String at, String points) {
    Judged.points(rule, subscriber().mail(UNSUBSCRIBED, "m", "2d").said(status, at), "4d", points);
  }

  @Test
  void signingUpAgainAfterANewerGrantBringsNoUnsubscribeBack() {
    Mailbox mailbox =
        subscriber().mail(COMPLAINED, "m", "2d").said(GRANTED, "3d").said(PENDING, "4d");

    Judged.points(rule, mailbox, "5d", "0");
  }

  @Test
  void whoTookBackEveryPermissionHasLeft() {
    Mailbox mailbox = subscriber().said(REVOKED, "2d");

    Judged.until(rule, mailbox, "3d", "-100", null);
    assertThat(Judged.because(rule, mailbox, "3d")).isEqualTo("took back every permission");
  }

  @Test
  void whoKeepsOneHasNot() {
    Mailbox mailbox = subscriber().said("reviews", GRANTED, moment("1d")).said(REVOKED, "2d");

    Judged.points(rule, mailbox, "3d", "0");
  }

  /** Bounced hard on day 2, delivered again on day 5. */
  @ParameterizedTest
  @CsvSource({
    "2d-1, 0,    2d",
    "2d,   -100, 5d",
    "5d-1, -100, 5d",
    "5d,   0,    ",
  })
  void aHardBounceIsForgottenWhenSomethingIsDelivered(
      String now, String points, @Nullable String until) {
    Mailbox mailbox =
        subscriber()
            .delivered("before", "1d")
            .mail(HARD_BOUNCED, "m", "2d")
            .mail(SENT, "n", "3d")
            .delivered("n", "5d");

    Judged.until(rule, mailbox, now, points, until);
  }

  private static Mailbox subscriber() {
    return new Mailbox().said(GRANTED, "1d");
  }
}
