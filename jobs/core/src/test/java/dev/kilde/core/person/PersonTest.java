package dev.kilde.core.person;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.Told.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Stream;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.keeper.InMemoryKeeperStore;
import dev.kilde.core.person.DocumentTiming.Coalesced;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Log, facts and document of one person; what arrives when is its keeper's to say. */
class PersonTest {

  private static final ProfileId ID =
      ProfileId.of("shop", Identifier.of(IdentifierKind.EMAIL, "ada@example.com"));
  private static final ProfileId NEXT = new ProfileId("somebody-else");
  private static final DocumentTiming TIMING = new Coalesced(Duration.ofMinutes(10));

  private final Told ada = Told.ofEmail("ada@example.com");
  private final InMemoryKeeperStore store = new InMemoryKeeperStore();
  private final Person person = person(Head.NONE, EventCap.DEFAULT, TIMING);
  private final List<Outcome> told = new ArrayList<>();

  @Test
  void whatIsPutInAnyOrderCountsInCanonicalOrder() {
    has(ada.viewed("2", minute(2), "lamp"));
    has(ada.viewed("1", minute(1), "tent"));
    has(ada.viewed("3", minute(3), "mat"));
    person.settle(minute(5), told::add);

    assertThat(viewed()).containsExactly("mat", "lamp", "tent");
    assertThat(person.events()).extracting(event -> event.id().id()).containsExactly("1", "2", "3");
    assertThat(person.logged()).isEqualTo(3);
  }

  @Test
  void anotherContentUnderAnIdTakesThePlaceOfTheFirst() {
    has(ada.viewed("1", minute(1), "tent"));
    person.settle(minute(2), told::add);
    has(ada.viewed("1", minute(1), "lamp"));
    person.settle(minute(3), told::add);

    assertThat(viewed()).containsExactly("lamp");
    assertThat(person.logged()).isEqualTo(1);
  }

  @Test
  void whatIsRemovedNoLongerCounts() {
    has(ada.viewed("1", minute(1), "tent"));
    has(ada.viewed("2", minute(2), "lamp"));
    person.settle(minute(3), told::add);
    person.remove(new EventId(Stream.TRACKING, "2"));
    person.remove(new EventId(Stream.TRACKING, "never there"));
    person.settle(minute(4), told::add);

    assertThat(viewed()).containsExactly("tent");
    assertThat(person.logged()).isEqualTo(1);
  }

  @Test
  void aReturnBySomebodyElseTellsOfGoodsAndNotOfNames() {
    Told bo = Told.ofEmail("bo@example.com");
    has(ada.receipt("1", minute(0), "r1", Told.line("tent", "2", "1800")));
    Event back = bo.returned("2", minute(1), "r2", "r1", Told.line("tent", "-1", "-900"));
    person.put(Held.of(new Claim(null, back, true)));
    person.settle(minute(2), told::add);

    Profile profile = person.profile(minute(2));
    assertThat(profile.identifiers().of(IdentifierKind.EMAIL)).containsExactly("ada@example.com");
    assertThat(profile.purchases().byKey()).hasSize(2);
  }

  @Test
  void aDocumentIsDueAfterTheFirstChangeAndToldOnce() {
    has(ada.viewed("1", minute(1), "tent"));
    person.settle(minute(1), told::add);
    assertThat(person.nextInstant()).isEqualTo(minute(11));

    person.judge(minute(10), told::add);
    assertThat(told).isEmpty();
    person.judge(minute(11), told::add);
    person.judge(minute(11), told::add);
    assertThat(told).hasSize(1).allMatch(Outcome.Published.class::isInstance);
  }

  @Test
  void thatTheSameIsSaidByAnotherSourceChangesNothing() {
    Event view = ada.viewed("1", minute(1), "tent");
    has(view);
    person.settle(minute(1), told::add);
    person.judge(minute(11), told::add);
    person.put(Held.of(Claim.of(view)).with(Claim.of(view).through(HeldTest.DEVICE)));
    person.settle(minute(12), told::add);

    assertThat(person.nextInstant()).isEqualTo(day(3));
  }

  @Test
  void aReplayedPersonIsToldOfOnceAtItsEnd() {
    Person replayed = person(Head.NONE, EventCap.DEFAULT, new DocumentTiming.Once(minute(90)));
    for (long minute : new long[] {5, 90}) {
      replayed.put(Held.of(Claim.of(ada.viewed("v" + minute, minute(minute), "p" + minute))));
      replayed.settle(minute(minute), told::add);
      replayed.judge(minute(minute), told::add);
    }

    Profile profile = onlyDocument();
    assertThat(profile.asOf()).isEqualTo(minute(90));
    assertThat(profile.visits().lastViewed()).containsExactly("p90", "p5");
  }

  @Test
  void overTheCapTheOldestGoAndTheNumberIsTold() {
    Person capped = person(Head.NONE, new EventCap(8), TIMING);
    for (int i = 1; i <= 9; i++) {
      capped.put(Held.of(Claim.of(ada.viewed("v" + i, minute(i), "p" + i))));
      capped.settle(minute(i), told::add);
    }

    assertThat(told).containsExactly(new Outcome.Capped(2));
    assertThat(capped.profile(minute(9)).visits().lastViewed())
        .containsExactly("p9", "p8", "p7", "p6", "p5", "p4", "p3");
    assertThat(capped.isOverCap(ada.viewed("v2", minute(2), "p2"))).isTrue();
    assertThat(capped.isOverCap(ada.viewed("v3", minute(3), "p3"))).isFalse();
  }

  @Test
  void whoIsRetiredIsAsOneNothingWasEverKeptOf() {
    Person capped = person(Head.NONE, new EventCap(8), TIMING);
    for (int i = 1; i <= 9; i++) {
      capped.put(Held.of(Claim.of(ada.viewed("v" + i, minute(i), "p" + i))));
    }
    capped.settle(minute(9), told::add);
    capped.judge(minute(19), told::add);
    capped.settle(day(3), told::add); // retention
    capped.judge(day(4), told::add);

    assertThat(told).last().isInstanceOf(Outcome.Retired.class);
    assertThat(capped.isGone()).isTrue();
    assertThat(capped.head()).isEqualTo(Head.NONE);
    assertThat(capped.nextInstant()).isNull();
  }

  @Test
  void whoIsErasedIsRetiredAndSomebodyElseHasWhatCameLater() {
    has(ada.viewed("1", minute(1), "tent"));
    has(ada.viewed("2", minute(20), "lamp"));
    person.settle(minute(20), told::add);
    person.judge(minute(30), told::add);
    person.erase(minute(1), NEXT, minute(31), told::add);
    person.judge(minute(41), told::add);

    assertThat(told).hasSize(3);
    assertThat(told.get(1))
        .isEqualTo(new Outcome.Retired("shop", ID, minute(31).toEpochMilli(), minute(31)));
    Profile left = ((Outcome.Published) told.get(2)).profile();
    assertThat(left.profileId()).isEqualTo(NEXT);
    assertThat(left.visits().lastViewed()).containsExactly("lamp");
    assertThat(left.asOf()).isEqualTo(minute(41));
  }

  @Test
  void ofWhomAllIsErasedNothingIsLeft() {
    has(ada.viewed("1", minute(1), "tent"));
    person.settle(minute(1), told::add);
    person.erase(minute(1), NEXT, minute(2), told::add);

    assertThat(told).isEmpty(); // nobody was told of
    assertThat(person.head()).isEqualTo(Head.NONE);
    assertThat(person.isGone()).isTrue();
    assertThat(person.id()).isEqualTo(NEXT);
  }

  @Test
  void whoIsWrittenBackAndReadAgainIsTheSame() {
    has(ada.viewed("1", minute(1), "tent"));
    has(ada.viewed("2", minute(2), "lamp"));
    person.settle(minute(2), told::add);
    person.flush();
    Person again = person(person.head(), EventCap.DEFAULT, TIMING);

    assertThat(again.profile(minute(3))).isEqualTo(person.profile(minute(3)));
    assertThat(again.events()).isEqualTo(person.events());
    assertThat(again.nextInstant()).isEqualTo(person.nextInstant());
  }

  @Test
  void whoHasMuchToWriteIsHeavyUntilItIsWritten() {
    String long32k = "x".repeat(32 * 1024);
    has(ada.viewed("1", minute(1), long32k));
    assertThat(person.isHeavy()).isFalse();
    has(ada.viewed("2", minute(2), long32k));
    assertThat(person.isHeavy()).isTrue();

    person.flush();
    assertThat(person.isHeavy()).isFalse();
  }

  private void has(Event event) {
    person.put(Held.of(Claim.of(event)));
  }

  private List<String> viewed() {
    return person.profile(minute(9)).visits().lastViewed();
  }

  private Profile onlyDocument() {
    assertThat(told).hasSize(1);
    return ((Outcome.Published) told.get(0)).profile();
  }

  private Person person(Head head, EventCap cap, DocumentTiming timing) {
    Retention retention = new Retention(Duration.ofDays(2), Duration.ofDays(10));
    return new Person("shop", ID, head, store, new Person.Rules(retention, cap, timing));
  }
}
