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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionsTest {

  private final Told ada = Told.ofEmail("ada@example.com");

  /** The newest word alone. */
  private record Word(String channel, String purpose, PermissionStatus status, Instant at) {
    static Word of(Permission said) {
      return new Word(said.channel(), said.purpose(), said.status(), said.at());
    }
  }

  private static List<Word> words(Permissions permissions) {
    return permissions.all().stream().map(Word::of).toList();
  }

  /**
   * What is said minute by minute (Granted, Pending, Revoked, with proof Confirmed, Inferred by a
   * clerk, Unsubscribed), and what stands after it.
   */
  @ParameterizedTest
  @CsvSource({
    "R,       false, false, ",
    "P,       true,  false, ",
    "G,       true,  false, 1",
    "C,       true,  true,  1",
    "I,       true,  false, ",
    "P G,     true,  true,  2",
    "I G,     true,  true,  2",
    "G P,     true,  false, 1",
    "G P G,   true,  true,  1",
    "G G,     true,  false, 1",
    "G C,     true,  true,  1",
    "C G,     true,  true,  1",
    "C I,     true,  true,  1",
    "C R,     true,  false, ",
    "C U,     true,  false, ",
    "P U,     true,  false, ",
    "R U,     false, false, ",
    "G R G,   true,  false, 3",
    "C R G,   true,  false, 3",
    "C U P G, true,  true,  4",
  })
  void whatStandsSinceItWasLastRevokedIsKept(
      String said, boolean subscribed, boolean confirmed, @Nullable Integer since) {
    List<Event> events = new ArrayList<>();
    for (String word : said.split(" ", -1)) {
      int minute = events.size() + 1;
      Instant at = minute(minute);
      String id = String.valueOf(minute);
      events.add(
          switch (word) {
            case "G" -> ada.said(id, at, "email", "marketing", GRANTED);
            case "P" -> ada.said(id, at, "email", "marketing", PENDING);
            case "R" -> ada.said(id, at, "email", "marketing", REVOKED);
            case "C" -> ada.confirmed(id, at, "email", "marketing");
            case "I" -> ada.as(Trust.INFERRED).said(id, at, "email", "marketing", GRANTED);
            case "U" -> ada.engaged(id, at, "email", UNSUBSCRIBED);
            default -> throw new IllegalArgumentException(word);
          });
    }

    Permission stands = Folded.of(Permissions.FACT, events).on("email", "marketing").orElseThrow();

    assertThat(stands.subscribed()).isEqualTo(subscribed);
    assertThat(stands.confirmed()).isEqualTo(confirmed);
    assertThat(stands.grantedSince()).isEqualTo(since == null ? null : minute(since));
  }

  @Test
  void theNewestWordOnAChannelAndPurposeCountsWhateverArrivedLast() {
    Permissions permissions =
        Folded.of(
            Permissions.FACT,
            ada.said("3", minute(3), "email", "marketing", GRANTED),
            ada.said("1", minute(1), "email", "marketing", PENDING),
            ada.said("2", minute(2), "email", "marketing", REVOKED));

    assertThat(words(permissions))
        .containsExactly(new Word("email", "marketing", GRANTED, minute(3)));
  }

  @Test
  void channelsAndPurposesDoNotMeet() {
    Permissions permissions =
        Folded.of(
            Permissions.FACT,
            ada.said("1", minute(1), "sms", "marketing", GRANTED),
            ada.said("2", minute(2), "email", "newsletter", PENDING),
            ada.said("3", minute(3), "email", "marketing", REVOKED));

    assertThat(words(permissions))
        .containsExactly(
            new Word("email", "marketing", REVOKED, minute(3)),
            new Word("email", "newsletter", PENDING, minute(2)),
            new Word("sms", "marketing", GRANTED, minute(1)));
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

    assertThat(Folded.of(Permissions.FACT, events).on(channel, purpose).map(Word::of))
        .contains(new Word(channel, purpose, status, minute(at)));
  }

  @Test
  void aPendingSignUpIsRevokedToo() {
    Permissions permissions =
        Folded.of(
            Permissions.FACT,
            ada.said("1", minute(1), "email", "marketing", PENDING),
            ada.engaged("2", minute(2), "email", COMPLAINED));

    assertThat(words(permissions))
        .containsExactly(new Word("email", "marketing", REVOKED, minute(2)));
  }

  @Test
  void whatWasRevokedBeforeKeepsItsInstant() {
    Permissions permissions =
        Folded.of(
            Permissions.FACT,
            ada.said("1", minute(1), "email", "marketing", REVOKED),
            ada.engaged("2", minute(2), "email", UNSUBSCRIBED));

    assertThat(words(permissions))
        .containsExactly(new Word("email", "marketing", REVOKED, minute(1)));
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

    assertThat(words(Folded.of(Permissions.FACT, said)))
        .containsExactly(new Word("email", "marketing", PENDING, minute(1)));
    assertThat(
            words(
                Folded.of(
                    Permissions.FACT,
                    said,
                    ada.said("2", minute(2), "email", "marketing", GRANTED))))
        .containsExactly(new Word("email", "marketing", GRANTED, minute(2)));
  }

  @Test
  void anInferredGrantTakesNothingFromAConfirmedOne() {
    Told clerk = ada.as(Trust.INFERRED);
    Permissions permissions =
        Folded.of(
            Permissions.FACT,
            ada.said("1", minute(1), "email", "marketing", GRANTED),
            clerk.said("2", minute(2), "email", "marketing", GRANTED));

    assertThat(words(permissions))
        .containsExactly(new Word("email", "marketing", GRANTED, minute(1)));
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
    assertThat(words(permissions))
        .containsExactly(new Word("email", "marketing", PENDING, minute(2)));
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

  /** What was said of marketing and of the purpose itself, and whether that permits it. */
  @ParameterizedTest
  @CsvSource({
    "GRANTED, -,       cart_reminders, marketing",
    "GRANTED, -,       own-purpose,    marketing",
    "GRANTED, -,       newsletter,     marketing",
    "GRANTED, PENDING, cart_reminders, marketing",
    "GRANTED, REVOKED, cart_reminders, -",
    "GRANTED, -,       profiling,      -",
    "GRANTED, PENDING, profiling,      -",
    "REVOKED, GRANTED, profiling,      profiling",
    "REVOKED, GRANTED, cart_reminders, cart_reminders",
    "REVOKED, -,       cart_reminders, -",
    "PENDING, -,       cart_reminders, -",
    "-,       PENDING, cart_reminders, -",
    "-,       -,       cart_reminders, -",
  })
  void aGrantForMarketingCoversAllButProfilingAndWhatIsRevokedByItself(
      String marketing, String own, String purpose, String permittedBy) {
    List<Event> said = new ArrayList<>();
    if (!own.equals("-")) {
      said.add(ada.said("1", minute(1), "email", purpose, PermissionStatus.valueOf(own)));
    }
    if (!marketing.equals("-")) {
      said.add(ada.said("2", minute(2), "email", "marketing", PermissionStatus.valueOf(marketing)));
    }
    Permissions permissions = Folded.of(Permissions.FACT, said);

    assertThat(permissions.grant("email", purpose).map(Permission::purpose).orElse("-"))
        .isEqualTo(permittedBy);
    assertThat(permissions.grant("sms", purpose)).isEmpty();
  }

  @Test
  void aGrantForTheNewsletterCoversOnlyItself() {
    Permissions permissions =
        Folded.of(Permissions.FACT, ada.said("1", minute(1), "email", "newsletter", GRANTED));

    assertThat(permissions.grant("email", "newsletter")).isPresent();
    assertThat(permissions.grant("email", "marketing")).isEmpty();
    assertThat(permissions.grant("email", "cart_reminders")).isEmpty();
  }
}
