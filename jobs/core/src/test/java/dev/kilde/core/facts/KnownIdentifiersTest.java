package dev.kilde.core.facts;

import static dev.kilde.core.Told.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Trust;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownIdentifiersTest {

  @Test
  void ofEachKindTheOneSeenLastIsTheLatest() {
    KnownIdentifiers known =
        Folded.of(
            KnownIdentifiers.FACT,
            seen("1", 1, "work@a.dk", "phone-cookie"),
            seen("2", 2, "home@a.dk", "desk-cookie"),
            seen("3", 3, "work@a.dk", "desk-cookie"));

    assertThat(known.of(IdentifierKind.EMAIL)).containsExactly("home@a.dk", "work@a.dk");
    assertThat(known.of(IdentifierKind.DEVICE_ID)).containsExactly("phone-cookie", "desk-cookie");
    assertThat(known.latest(IdentifierKind.EMAIL)).contains("work@a.dk");
    assertThat(known.latest(IdentifierKind.PHONE)).isEmpty();
  }

  @Test
  void whoIsSeenUnderTheSameNamesAgainIsUnchanged() {
    KnownIdentifiers known =
        Folded.of(
            KnownIdentifiers.FACT, seen("1", 1, "work@a.dk", "c"), seen("2", 2, "work@a.dk", "d"));

    assertThat(KnownIdentifiers.FACT.fold(known, seen("3", 3, "work@a.dk", "d"))).isSameAs(known);
  }

  @Test
  void ofVeryManyOfAKindTheLeastRecentlySeenGivesWay() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < KnownIdentifiers.MOST_PER_KIND; i++) {
      events.add(seen("e" + i, i, "work@a.dk", "cookie-" + i));
    }
    events.add(seen("again", 1_000, "work@a.dk", "cookie-0"));
    events.add(seen("new", 1_001, "work@a.dk", "cookie-new"));

    KnownIdentifiers known = Folded.of(KnownIdentifiers.FACT, events);

    assertThat(known.of(IdentifierKind.DEVICE_ID))
        .hasSize(KnownIdentifiers.MOST_PER_KIND)
        .doesNotContain("cookie-1")
        .contains("cookie-0")
        .endsWith("cookie-new");
    assertThat(known.of(IdentifierKind.EMAIL)).containsExactly("work@a.dk");
  }

  @Test
  void whatIsOnlyInferredIsUnconfirmedUntilItIsStated() {
    Event typed = typed("1", 1, "ada@a.dk");
    KnownIdentifiers inferred = Folded.of(KnownIdentifiers.FACT, typed);
    assertThat(inferred.latest(IdentifierKind.EMAIL)).contains("ada@a.dk");
    assertThat(inferred.address(IdentifierKind.EMAIL)).isEmpty();
    assertThat(inferred.unconfirmed()).hasSize(1);

    Event stated = Told.ofEmail("ada@a.dk").viewed("2", minute(2), "tent");
    KnownIdentifiers confirmed = Folded.of(KnownIdentifiers.FACT, typed, stated);
    assertThat(confirmed.address(IdentifierKind.EMAIL)).contains("ada@a.dk");
    assertThat(confirmed.unconfirmed()).isEmpty();
  }

  @Test
  void whatIsConfirmedStaysSoWhateverIsInferredLater() {
    KnownIdentifiers known =
        Folded.of(
            KnownIdentifiers.FACT,
            seen("1", 1, "ada@a.dk", "c"),
            typed("2", 2, "ada@a.dk"),
            typed("3", 3, "adda@a.dk"),
            typed("4", 4, "ada@a.dk"));

    assertThat(known.of(IdentifierKind.EMAIL)).containsExactly("adda@a.dk", "ada@a.dk");
    assertThat(known.unconfirmed())
        .containsExactly(Identifier.of(IdentifierKind.EMAIL, "adda@a.dk"));
  }

  @Test
  void theAddressIsTheLatestThatIsConfirmed() {
    KnownIdentifiers known =
        Folded.of(
            KnownIdentifiers.FACT,
            seen("1", 1, "old@a.dk", "c"),
            seen("2", 2, "ada@a.dk", "c"),
            typed("3", 3, "adda@a.dk"));

    assertThat(known.latest(IdentifierKind.EMAIL)).contains("adda@a.dk");
    assertThat(known.address(IdentifierKind.EMAIL)).contains("ada@a.dk");
    assertThat(known.address(IdentifierKind.PHONE)).isEmpty();
  }

  @Test
  void whatGivesWayIsNotUnconfirmedAnyMoreEither() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i <= KnownIdentifiers.MOST_PER_KIND; i++) {
      events.add(typed("e" + i, i, "typed-" + i + "@a.dk"));
    }

    KnownIdentifiers known = Folded.of(KnownIdentifiers.FACT, events);

    assertThat(known.all()).hasSize(KnownIdentifiers.MOST_PER_KIND);
    assertThat(known.unconfirmed()).containsExactlyInAnyOrderElementsOf(known.all());
  }

  private static Event typed(String id, int minute, String email) {
    return Told.ofEmail(email).as(Trust.INFERRED).viewed(id, minute(minute), "tent");
  }

  private static Event seen(String id, int minute, String email, String device) {
    return Told.of(
            Identifier.of(IdentifierKind.DEVICE_ID, device),
            Identifier.of(IdentifierKind.EMAIL, email))
        .viewed(id, minute(minute), "tent");
  }
}
