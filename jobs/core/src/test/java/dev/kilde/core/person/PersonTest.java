package dev.kilde.core.person;

import static dev.kilde.core.Told.START;
import static dev.kilde.core.Told.day;
import static dev.kilde.core.Told.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.person.DocumentTiming.Coalesced;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonTest {

  private static final Duration DELAY = Duration.ofMinutes(10);

  private final Told ada = Told.ofEmail("ada@example.com");
  private final ProfileId id =
      ProfileId.of("shop", Identifier.of(IdentifierKind.EMAIL, "ada@example.com"));
  private final InMemoryPersonStore store = new InMemoryPersonStore();
  private final Person person =
      new Person(
          id,
          store,
          new Person.Rules(
              new Retention(Duration.ofDays(2), Duration.ofDays(10)), new Coalesced(DELAY)));
  private final List<Outcome> told = new ArrayList<>();

  private Instant watermark = START;

  @Test
  void anEventWaitsUntilTheWatermarkHasReachedIt() {
    arrives(ada.viewed("v", minute(5), "tent"));
    watermarkReaches(minute(5).minusMillis(1));
    assertThat(told).isEmpty();
    assertThat(person.nextInstant()).isEqualTo(minute(5));

    watermarkReaches(minute(5));
    assertThat(told).containsExactly(ended("v", Fate.APPLIED));
  }

  @Test
  void oneDocumentTellsWhatChangedWithinTheDelayOfTheFirstChange() {
    arrives(ada.viewed("1", minute(5), "tent"));
    arrives(ada.viewed("2", minute(15), "lamp"));
    arrives(ada.viewed("3", minute(16), "mat"));
    watermarkReaches(minute(60));

    assertThat(documents())
        .extracting(Profile::asOf, profile -> profile.visits().lastViewed())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(minute(15), List.of("lamp", "tent")),
            org.assertj.core.groups.Tuple.tuple(minute(26), List.of("mat", "lamp", "tent")));
  }

  @Test
  void aLateEventIsFoldedAtOnceInItsPlaceAndToldAfterTheDelay() {
    arrives(ada.viewed("2", minute(20), "lamp"));
    watermarkReaches(minute(60));
    told.clear();

    arrives(ada.viewed("1", minute(10), "tent"));
    assertThat(told).containsExactly(ended("1", Fate.APPLIED));
    assertThat(person.nextInstant()).isEqualTo(minute(70));

    watermarkReaches(minute(100));
    Profile profile = documents().get(0);
    assertThat(profile.asOf()).isEqualTo(minute(70));
    assertThat(profile.visits().lastViewed()).containsExactly("lamp", "tent");
    assertThat(profile.seen().firstAt()).isEqualTo(minute(10));
  }

  @Test
  void theSameEventTwiceCountsOnceWaitingOrNot() {
    arrives(ada.viewed("v", minute(5), "tent"));
    arrives(ada.viewed("v", minute(5), "tent"));
    watermarkReaches(minute(5));
    arrives(ada.viewed("v", minute(5), "tent"));

    assertThat(told)
        .containsExactly(
            ended("v", Fate.DUPLICATE), ended("v", Fate.APPLIED), ended("v", Fate.DUPLICATE));
  }

  @Test
  void ofTwoContentsUnderOneIdTheLaterCountsInEitherOrder() {
    watermarkReaches(minute(60));
    arrives(ada.viewed("v", minute(5), "tent"));
    arrives(ada.viewed("v", minute(7), "lamp"));
    arrives(ada.viewed("v", minute(6), "mat"));
    watermarkReaches(minute(80));

    assertThat(told.subList(0, 3))
        .containsExactly(
            ended("v", Fate.APPLIED), ended("v", Fate.APPLIED), ended("v", Fate.SUPERSEDED));
    assertThat(documents().get(0).visits().lastViewed()).containsExactly("lamp");
  }

  @Test
  void anEventsLastDayEndsAtMidnightAndTheProfileForgetsIt() {
    arrives(ada.viewed("1", day(0).plusSeconds(1), "tent"));
    arrives(ada.order("2", day(1), "o1", dev.kilde.core.event.OrderStatus.PAID));
    watermarkReaches(day(3).minusMillis(1));
    assertThat(documents().get(1).visits().lastViewed()).containsExactly("tent");

    watermarkReaches(day(4));
    assertThat(documents()).hasSize(3);
    assertThat(documents().get(2).visits().lastViewed()).isEmpty();
    assertThat(documents().get(2).asOf()).isEqualTo(day(3).plus(DELAY));
    assertThat(documents().get(2).purchases().byKey()).hasSize(1);
  }

  @Test
  void whatComesAfterItsRetentionIsNotTaken() {
    watermarkReaches(day(10));
    arrives(ada.viewed("1", day(0), "tent"));
    person.flush();

    assertThat(told).containsExactly(ended("1", Fate.PAST_RETENTION));
    assertThat(store.isEmpty()).isTrue();
  }

  @Test
  void ofWhomNothingIsLeftIsRetiredAndForgotten() {
    arrives(ada.viewed("1", minute(0), "tent"));
    watermarkReaches(day(30));
    person.flush();

    assertThat(told.get(told.size() - 1))
        .isEqualTo(
            new Outcome.Retired("shop", id, day(2).plus(DELAY).toEpochMilli(), day(2).plus(DELAY)));
    assertThat(store.isEmpty()).isTrue();
    assertThat(person.nextInstant()).isNull();
  }

  @Test
  void ofWhomEverythingIsTakenAwayNothingIsWaitedFor() {
    arrives(ada.viewed("1", minute(0), "tent"));
    watermarkReaches(minute(20));
    arrives(new Change.Drop(ada.viewed("1", minute(0), "tent").id(), minute(15)));
    watermarkReaches(minute(60));
    person.flush();

    assertThat(told.get(told.size() - 1)).isInstanceOf(Outcome.Retired.class);
    assertThat(store.isEmpty()).isTrue();
    assertThat(person.nextInstant()).isNull();
  }

  @Test
  void whoComesAndGoesBeforeTheFirstDocumentIsNeverToldOf() {
    arrives(ada.viewed("1", minute(0), "tent"));
    arrives(new Change.Drop(ada.viewed("1", minute(0), "tent").id(), minute(5)));
    watermarkReaches(minute(60));

    assertThat(told).containsExactly(ended("1", Fate.APPLIED), ended("1", Fate.DROPPED));
  }

  @Test
  void aReturnBySomebodyElseTellsOfGoodsAndNotOfNames() {
    Told bo = Told.ofEmail("bo@example.com");
    arrives(ada.receipt("1", minute(0), "r1", Told.line("tent", "2", "1800")));
    arrives(bo.returned("2", minute(1), "r2", "r1", Told.line("tent", "-1", "-900")));
    watermarkReaches(minute(60));

    Profile profile = person.profile(watermark);
    assertThat(profile.identifiers().of(IdentifierKind.EMAIL)).containsExactly("ada@example.com");
    assertThat(profile.purchases().byKey()).hasSize(2);
  }

  @Test
  void whatIsGivenAndTakenAwayAtOneInstantStaysAway() {
    Event view = ada.viewed("1", minute(0), "tent");
    arrives(new Change.Put(view, minute(5)));
    arrives(new Change.Drop(view.id(), minute(5)));
    watermarkReaches(minute(60));

    assertThat(told).containsExactly(ended("1", Fate.SUPERSEDED), ended("1", Fate.DROPPED));
  }

  @Test
  void whatIsTakenAwayAndGivenBackAtOneInstantStays() {
    Event view = ada.viewed("1", minute(0), "tent");
    arrives(view);
    watermarkReaches(minute(1));
    arrives(new Change.Drop(view.id(), minute(5)));
    arrives(new Change.Put(view, minute(5)));
    watermarkReaches(minute(60));

    assertThat(documents().get(0).visits().lastViewed()).containsExactly("tent");
  }

  @Test
  void aChangeThatBecameThePersonsLaterTakesItsEffectThenAndItsPlaceByWhenItOccurred() {
    arrives(ada.viewed("2", minute(10), "lamp"));
    arrives(new Change.Put(ada.viewed("1", minute(1), "tent"), minute(30)));
    watermarkReaches(minute(25));
    assertThat(documents().get(0).visits().lastViewed()).containsExactly("lamp");

    watermarkReaches(minute(60));
    assertThat(documents().get(1).visits().lastViewed()).containsExactly("lamp", "tent");
    assertThat(documents().get(1).asOf()).isEqualTo(minute(40));
  }

  @Test
  void aReplayedPersonIsToldOfOnceAtItsEnd() {
    Person replayed =
        new Person(
            id, store, new Person.Rules(Retention.FOREVER, new DocumentTiming.Once(minute(90))));
    replayed.receive(
        new Change.Put(ada.viewed("1", minute(5), "tent"), minute(5)), START, told::add);
    replayed.advance(minute(89), told::add);
    replayed.receive(
        new Change.Put(ada.viewed("2", minute(90), "lamp"), minute(90)), minute(89), told::add);
    replayed.advance(minute(90), told::add);

    assertThat(documents()).singleElement().extracting(Profile::asOf).isEqualTo(minute(90));
    assertThat(documents().get(0).visits().lastViewed()).containsExactly("lamp", "tent");
  }

  private void arrives(Event event) {
    arrives(new Change.Put(event, event.occurredAt()));
  }

  private void arrives(Change change) {
    person.receive(change, watermark, told::add);
  }

  private void watermarkReaches(Instant instant) {
    watermark = instant;
    person.advance(instant, told::add);
  }

  private List<Profile> documents() {
    return told.stream()
        .filter(Outcome.Published.class::isInstance)
        .map(outcome -> ((Outcome.Published) outcome).profile())
        .toList();
  }

  private static Outcome ended(String id, Fate fate) {
    return new Outcome.Settled(new EventId(dev.kilde.core.event.Stream.TRACKING, id), fate);
  }
}
