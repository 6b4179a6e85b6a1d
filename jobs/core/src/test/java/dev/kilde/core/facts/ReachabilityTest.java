package dev.kilde.core.facts;

import static dev.kilde.core.Told.minute;
import static dev.kilde.core.event.EngagementKind.HARD_BOUNCED;
import static dev.kilde.core.event.PermissionStatus.GRANTED;
import static dev.kilde.core.event.PermissionStatus.REVOKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Trust;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReachabilityTest {

  private static final Told DEVICE = Told.of(Identifier.of(IdentifierKind.DEVICE_ID, "cookie"));
  private static final Told EMAIL = Told.ofEmail("ada@example.com");
  private static final Told PHONE = Told.of(Identifier.of(IdentifierKind.PHONE, "+4512345678"));

  @Test
  void anAddressThatIsKnownIsReachable() {
    assertThat(reachable(EMAIL.viewed("1", minute(1), "tent"))).containsExactly("ads", "email");
    assertThat(reachable(PHONE.viewed("1", minute(1), "tent"))).containsExactly("ads", "sms");
    assertThat(reachable(EMAIL.contact("1", minute(1), null, "8000", null, Map.of())))
        .containsExactly("ads", "email", "post");
  }

  @Test
  void aDeviceIsReachableWhilePushIsGranted() {
    Event granted = DEVICE.said("1", minute(1), "push", "marketing", GRANTED);

    assertThat(reachable(DEVICE.viewed("1", minute(1), "tent"))).isEmpty();
    assertThat(reachable(granted)).containsExactly("push");
    assertThat(reachable(granted, DEVICE.said("2", minute(2), "push", "marketing", REVOKED)))
        .isEmpty();
    assertThat(reachable(granted, DEVICE.engaged("2", minute(2), "push", HARD_BOUNCED))).isEmpty();
  }

  @Test
  void anAddressThatBouncedHardIsNotUntilAnotherOneIsSeen() {
    Event bounced = EMAIL.engaged("1", minute(1), "email", HARD_BOUNCED);

    assertThat(reachable(bounced)).containsExactly("ads");
    assertThat(reachable(bounced, Told.ofEmail("new@example.com").viewed("2", minute(2), "tent")))
        .containsExactly("ads", "email");
  }

  @Test
  void aBounceOnOneChannelLeavesTheOthers() {
    Told both =
        Told.of(
            Identifier.of(IdentifierKind.EMAIL, "ada@example.com"),
            Identifier.of(IdentifierKind.PHONE, "+4512345678"));

    assertThat(reachable(both.engaged("1", minute(1), "push", HARD_BOUNCED)))
        .containsExactly("ads", "email", "sms");
    assertThat(reachable(both.engaged("1", minute(1), "sms", HARD_BOUNCED)))
        .containsExactly("ads", "email");
  }

  @Test
  void anAddressThatWasOnlyInferredIsNotReachableUntilItIsConfirmed() {
    Event typed = EMAIL.as(Trust.INFERRED).viewed("1", minute(1), "tent");
    Event phoned = PHONE.as(Trust.INFERRED).viewed("2", minute(2), "tent");

    assertThat(reachable(typed, phoned)).isEmpty();
    assertThat(reachable(typed, phoned, EMAIL.viewed("3", minute(3), "tent")))
        .containsExactly("ads", "email");
  }

  @Test
  void aNewerInferredAddressTakesNothingFromAConfirmedOne() {
    Told clerk = Told.ofEmail("adda@example.com").as(Trust.INFERRED);

    assertThat(
            reachable(EMAIL.viewed("1", minute(1), "tent"), clerk.viewed("2", minute(2), "tent")))
        .containsExactly("ads", "email");
  }

  private static List<String> reachable(Event... events) {
    List<Event> all = Arrays.asList(events);
    Map<String, Boolean> channels =
        Reachability.of(
            Folded.of(KnownIdentifiers.FACT, all),
            Folded.of(Contact.FACT, all),
            Folded.of(Permissions.FACT, all),
            Folded.of(Engagement.FACT, all));
    assertThat(channels.keySet()).containsExactlyInAnyOrder("email", "sms", "push", "ads", "post");
    return channels.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
