package dev.kilde.core.facts;

import static dev.kilde.core.Told.minute;
import static dev.kilde.core.event.EngagementKind.CLICKED;
import static dev.kilde.core.event.EngagementKind.COMPLAINED;
import static dev.kilde.core.event.EngagementKind.HARD_BOUNCED;
import static dev.kilde.core.event.EngagementKind.UNSUBSCRIBED;
import static dev.kilde.core.event.PermissionStatus.GRANTED;
import static dev.kilde.core.event.PermissionStatus.PENDING;
import static dev.kilde.core.event.PermissionStatus.REVOKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.PermissionStatus;
import dev.kilde.core.event.Trust;
import dev.kilde.core.facts.Permissions.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionsTest {

  private final Told ada = Told.ofEmail("ada@example.com");

  @Test
  void theNewestWordOnAChannelAndPurposeCountsWhateverArrivedLast() {
    Permissions permissions =
        Folded.of(
            Permissions.FACT,
            ada.said("3", minute(3), "email", "marketing", GRANTED),
            ada.said("1", minute(1), "email", "marketing", PENDING),
            ada.said("2", minute(2), "email", "marketing", REVOKED));

    assertThat(permissions.all())
        .containsExactly(new Permission("email", "marketing", GRANTED, minute(3)));
  }

  @Test
  void channelsAndPurposesDoNotMeet() {
    Permissions permissions =
        Folded.of(
            Permissions.FACT,
            ada.said("1", minute(1), "sms", "marketing", GRANTED),
            ada.said("2", minute(2), "email", "newsletter", PENDING),
            ada.said("3", minute(3), "email", "marketing", REVOKED));

    assertThat(permissions.all())
        .containsExactly(
            new Permission("email", "marketing", REVOKED, minute(3)),
            new Permission("email", "newsletter", PENDING, minute(2)),
            new Permission("sms", "marketing", GRANTED, minute(1)));
    assertThat(permissions.grantedOn("sms")).isTrue();
    assertThat(permissions.grantedOn("email")).isFalse();
  }

  /**
   * Granted at minute 1, unsubscribed at minute 5, perhaps granted again; profiling is nothing one
   * is written to for.
   */
  @ParameterizedTest
  @CsvSource({
    "email, marketing,      -, REVOKED, 5",
    "email, cart_reminders, -, REVOKED, 5",
    "email, own-purpose,    -, REVOKED, 5",
    "email, profiling,      -, GRANTED, 1",
    "sms,   marketing,      -, GRANTED, 1",
    "email, marketing,      9, GRANTED, 9",
    "email, marketing,      4, REVOKED, 5",
  })
  void anUnsubscribeRevokesItsChannelUntilANewerGrant(
      String channel, String purpose, String grantedAgain, PermissionStatus status, int at) {
    var grants =
        grantedAgain.equals("-")
            ? new dev.kilde.core.event.Event[] {ada.engaged("e", minute(5), "email", UNSUBSCRIBED)}
            : new dev.kilde.core.event.Event[] {
              ada.said("2", minute(Integer.parseInt(grantedAgain)), channel, purpose, GRANTED),
              ada.engaged("e", minute(5), "email", UNSUBSCRIBED)
            };
    var events = new java.util.ArrayList<>(java.util.Arrays.asList(grants));
    events.add(ada.said("1", minute(1), channel, purpose, GRANTED));

    assertThat(Folded.of(Permissions.FACT, events).on(channel, purpose))
        .contains(new Permission(channel, purpose, status, minute(at)));
  }

  @Test
  void aPendingSignUpIsRevokedToo() {
    Permissions permissions =
        Folded.of(
            Permissions.FACT,
            ada.said("1", minute(1), "email", "marketing", PENDING),
            ada.engaged("2", minute(2), "email", COMPLAINED));

    assertThat(permissions.all())
        .containsExactly(new Permission("email", "marketing", REVOKED, minute(2)));
  }

  @Test
  void whatWasRevokedBeforeKeepsItsInstant() {
    Permissions permissions =
        Folded.of(
            Permissions.FACT,
            ada.said("1", minute(1), "email", "marketing", REVOKED),
            ada.engaged("2", minute(2), "email", UNSUBSCRIBED));

    assertThat(permissions.all())
        .containsExactly(new Permission("email", "marketing", REVOKED, minute(1)));
  }

  @Test
  void atOneInstantThePermissionTopicHasTheLastWord() {
    Permissions permissions =
        Folded.of(
            Permissions.FACT,
            ada.said("1", minute(2), "email", "marketing", GRANTED),
            ada.engaged("2", minute(2), "email", UNSUBSCRIBED));

    assertThat(permissions.grantedOn("email")).isTrue();
  }

  @ParameterizedTest
  @EnumSource(EngagementKind.class)
  void onlyUnsubscribesAndComplaintsRevoke(EngagementKind kind) {
    Permissions permissions =
        Folded.of(
            Permissions.FACT,
            ada.said("1", minute(1), "email", "marketing", GRANTED),
            ada.engaged("2", minute(2), "email", kind));

    assertThat(permissions.grantedOn("email"))
        .isEqualTo(kind != UNSUBSCRIBED && kind != COMPLAINED);
    assertThat(HARD_BOUNCED.revokes() || CLICKED.revokes()).isFalse();
  }

  @Test
  void anInferredGrantIsPendingUntilItIsConfirmed() {
    Told clerk = ada.as(Trust.INFERRED);
    Event said = clerk.said("1", minute(1), "email", "marketing", GRANTED);

    assertThat(Folded.of(Permissions.FACT, said).all())
        .containsExactly(new Permission("email", "marketing", PENDING, minute(1)));
    assertThat(
            Folded.of(
                    Permissions.FACT, said, ada.said("2", minute(2), "email", "marketing", GRANTED))
                .all())
        .containsExactly(new Permission("email", "marketing", GRANTED, minute(2)));
  }

  @Test
  void anInferredGrantTakesNothingFromAConfirmedOne() {
    Told clerk = ada.as(Trust.INFERRED);
    Permissions permissions =
        Folded.of(
            Permissions.FACT,
            ada.said("1", minute(1), "email", "marketing", GRANTED),
            clerk.said("2", minute(2), "email", "marketing", GRANTED));

    assertThat(permissions.all())
        .containsExactly(new Permission("email", "marketing", GRANTED, minute(1)));
  }

  @Test
  void anInferredGrantAfterARevocationIsAsked() {
    Told clerk = ada.as(Trust.INFERRED);
    Permissions permissions =
        Folded.of(
            Permissions.FACT,
            ada.said("1", minute(1), "email", "marketing", REVOKED),
            clerk.said("2", minute(2), "email", "marketing", GRANTED));

    assertThat(permissions.grantedOn("email")).isFalse();
    assertThat(permissions.all())
        .containsExactly(new Permission("email", "marketing", PENDING, minute(2)));
  }

  @Test
  void anInferredRevocationCounts() {
    Told clerk = ada.as(Trust.INFERRED);
    Permissions permissions =
        Folded.of(
            Permissions.FACT,
            ada.said("1", minute(1), "email", "marketing", GRANTED),
            clerk.said("2", minute(2), "email", "marketing", REVOKED));

    assertThat(permissions.grantedOn("email")).isFalse();
  }
}
