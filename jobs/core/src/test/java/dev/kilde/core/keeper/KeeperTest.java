package dev.kilde.core.keeper;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.Told.minute;
import static dev.kilde.core.keeper.Story.DELAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.Stream;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.Fate;
import dev.kilde.core.person.Outcome;
import dev.kilde.core.person.Profile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One identifier by itself: when what arrives counts, and what became of it. */
class KeeperTest {

  private final Identifier email = Identifier.of(IdentifierKind.EMAIL, "ada@example.com");
  private final IdentifierKey key = Story.key(email);
  private final Told ada = Told.of(email);
  private final Story story = new Story();

  @Test
  void anEventWaitsUntilTheWatermarkHasReachedIt() {
    story.says(ada.viewed("v", minute(5), "tent"));
    story.watermarkReaches(minute(5).minusMillis(1));
    assertThat(story.told(key)).isEmpty();
    assertThat(story.keeper(key).nextInstant()).isEqualTo(minute(5));

    story.watermarkReaches(minute(5));
    assertThat(story.told(key)).containsExactly(ended("v", Fate.APPLIED));
  }

  @Test
  void oneDocumentTellsWhatChangedWithinTheDelayOfTheFirstChange() {
    story.says(ada.viewed("1", minute(5), "tent"));
    story.says(ada.viewed("2", minute(15), "lamp"));
    story.says(ada.viewed("3", minute(16), "mat"));
    story.watermarkReaches(minute(60));

    assertThat(story.documents(key))
        .extracting(Profile::asOf, profile -> profile.visits().lastViewed())
        .containsExactly(
            tuple(minute(15), List.of("lamp", "tent")),
            tuple(minute(26), List.of("mat", "lamp", "tent")));
  }

  @Test
  void aLateEventIsFoldedAtOnceInItsPlaceAndToldAfterTheDelay() {
    story.says(ada.viewed("2", minute(20), "lamp"));
    story.watermarkReaches(minute(60));
    story.did(key);

    story.says(ada.viewed("1", minute(10), "tent"));
    assertThat(story.told(key)).containsExactly(ended("1", Fate.APPLIED));
    assertThat(story.keeper(key).nextInstant()).isEqualTo(minute(70));

    story.watermarkReaches(minute(100));
    Profile profile = story.documents(key).get(0);
    assertThat(profile.asOf()).isEqualTo(minute(70));
    assertThat(profile.visits().lastViewed()).containsExactly("lamp", "tent");
    assertThat(profile.seen().firstAt()).isEqualTo(minute(10));
  }

  @Test
  void theSameEventTwiceCountsOnceWaitingOrNot() {
    story.says(ada.viewed("v", minute(5), "tent"));
    story.says(ada.viewed("v", minute(5), "tent"));
    story.watermarkReaches(minute(5));
    story.says(ada.viewed("v", minute(5), "tent"));

    assertThat(story.told(key))
        .containsExactly(
            ended("v", Fate.DUPLICATE), ended("v", Fate.APPLIED), ended("v", Fate.DUPLICATE));
  }

  @Test
  void ofTwoContentsUnderOneIdTheLaterCountsInEitherOrder() {
    story.watermarkReaches(minute(60));
    story.says(ada.viewed("v", minute(5), "tent"));
    story.says(ada.viewed("v", minute(7), "lamp"));
    story.says(ada.viewed("v", minute(6), "mat"));
    story.watermarkReaches(minute(80));

    assertThat(story.told(key).subList(0, 3))
        .containsExactly(
            ended("v", Fate.APPLIED), ended("v", Fate.APPLIED), ended("v", Fate.SUPERSEDED));
    assertThat(story.documents(key).get(0).visits().lastViewed()).containsExactly("lamp");
  }

  @Test
  void anEventsLastDayEndsAtMidnightAndTheProfileForgetsIt() {
    story.says(ada.viewed("1", day(0).plusSeconds(1), "tent"));
    story.says(ada.order("2", day(1), "o1", OrderStatus.PAID));
    story.watermarkReaches(day(3).minusMillis(1));
    assertThat(story.documents(key).get(1).visits().lastViewed()).containsExactly("tent");

    story.watermarkReaches(day(4));
    assertThat(story.documents(key)).hasSize(3);
    Profile last = story.documents(key).get(2);
    assertThat(last.visits().lastViewed()).isEmpty();
    assertThat(last.asOf()).isEqualTo(day(3).plus(DELAY));
    assertThat(last.purchases().byKey()).hasSize(1);
  }

  @Test
  void whatComesAfterItsRetentionIsNotTaken() {
    story.watermarkReaches(day(10));
    story.says(ada.viewed("1", day(0), "tent"));

    assertThat(story.told(key)).containsExactly(ended("1", Fate.PAST_RETENTION));
    assertThat(story.isForgotten(key)).isTrue();
  }

  @Test
  void ofWhomNothingIsLeftIsRetiredAndForgotten() {
    story.says(ada.viewed("1", minute(0), "tent"));
    story.watermarkReaches(day(30));

    Instant gone = day(2).plus(DELAY);
    assertThat(last(story.told(key)))
        .isEqualTo(
            new Outcome.Retired("shop", ProfileId.of("shop", email), gone.toEpochMilli(), gone));
    assertThat(story.isForgotten(key)).isTrue();
    assertThat(story.keeper(key).nextInstant()).isNull();
  }

  @Test
  void ofWhomEverythingIsTakenAwayNothingIsWaitedFor() {
    Event view = ada.viewed("1", minute(0), "tent");
    story.says(view);
    story.watermarkReaches(minute(20));
    drops(view, minute(15));
    story.watermarkReaches(minute(60));

    assertThat(last(story.told(key))).isInstanceOf(Outcome.Retired.class);
    assertThat(story.isForgotten(key)).isTrue();
    assertThat(story.keeper(key).nextInstant()).isNull();
  }

  @Test
  void whoComesAndGoesBeforeTheFirstDocumentIsNeverToldOf() {
    Event view = ada.viewed("1", minute(0), "tent");
    story.says(view);
    drops(view, minute(5));
    story.watermarkReaches(minute(60));

    assertThat(story.told(key)).containsExactly(ended("1", Fate.APPLIED), ended("1", Fate.DROPPED));
  }

  @Test
  void whatIsGivenAndTakenAwayAtOneInstantStaysAway() {
    Event view = ada.viewed("1", minute(0), "tent");
    puts(view, minute(5));
    drops(view, minute(5));
    story.watermarkReaches(minute(60));

    assertThat(story.told(key))
        .containsExactly(ended("1", Fate.SUPERSEDED), ended("1", Fate.DROPPED));
  }

  @Test
  void whatIsTakenAwayAndGivenBackAtOneInstantStays() {
    Event view = ada.viewed("1", minute(0), "tent");
    story.says(view);
    story.watermarkReaches(minute(1));
    drops(view, minute(5));
    puts(view, minute(5));
    story.watermarkReaches(minute(60));

    assertThat(story.documents(key).get(0).visits().lastViewed()).containsExactly("tent");
  }

  @Test
  void whatOneSourceTakesAwayIsStillWhatAnotherGave() {
    Event view = ada.viewed("1", minute(0), "tent");
    IdentifierKey device = Story.key(Identifier.of(IdentifierKind.DEVICE_ID, "cookie"));
    Change.Put through =
        new Change.Put(Change.Put.of(view, minute(0)).claim().through(device), minute(0));
    puts(view, minute(0));
    story.arrives(key, new Message.Moved(through));
    drops(view, minute(5));
    story.watermarkReaches(minute(6));
    assertThat(story.viewed(key)).containsExactly("tent");

    story.arrives(key, new Message.Moved(new Change.Drop(device, view.id(), minute(7))));
    story.watermarkReaches(minute(8));
    assertThat(story.viewed(key)).isEmpty();
  }

  @Test
  void aChangeThatBecameThePersonsLaterTakesItsEffectThenAndItsPlaceByWhenItOccurred() {
    story.says(ada.viewed("2", minute(10), "lamp"));
    puts(ada.viewed("1", minute(1), "tent"), minute(30));
    story.watermarkReaches(minute(25));
    assertThat(story.documents(key).get(0).visits().lastViewed()).containsExactly("lamp");

    story.watermarkReaches(minute(60));
    assertThat(story.documents(key).get(1).visits().lastViewed()).containsExactly("lamp", "tent");
    assertThat(story.documents(key).get(1).asOf()).isEqualTo(minute(40));
  }

  @Test
  void theAlarmThatIsArmedIsRememberedUntilItHasRung() {
    Keeper keeper = story.keeper(key);
    keeper.alarmAt(minute(5));
    keeper.flush();
    assertThat(new Keeper("shop", key, story.store(key), Story.RULES).alarmAt())
        .isEqualTo(minute(5));

    keeper.alarmAt(null);
    assertThat(story.isForgotten(key)).isTrue();
  }

  private void puts(Event event, Instant at) {
    story.arrives(key, new Message.Moved(Change.Put.of(event, at)));
  }

  private void drops(Event event, Instant at) {
    story.arrives(key, new Message.Moved(new Change.Drop(null, event.id(), at)));
  }

  private static Outcome ended(String id, Fate fate) {
    return new Outcome.Settled(new EventId(Stream.TRACKING, id), fate);
  }

  private static <T> T last(List<T> some) {
    return some.get(some.size() - 1);
  }
}
