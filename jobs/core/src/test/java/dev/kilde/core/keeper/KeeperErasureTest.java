package dev.kilde.core.keeper;

import static dev.kilde.core.Told.minute;
import static dev.kilde.core.keeper.Cast.ADA;
import static dev.kilde.core.keeper.Cast.BO;
import static dev.kilde.core.keeper.Cast.COOKIE;
import static dev.kilde.core.keeper.Cast.DEVICE;
import static dev.kilde.core.keeper.Cast.EMAIL;
import static dev.kilde.core.keeper.Cast.MAIL;
import static dev.kilde.core.keeper.Cast.contact;
import static dev.kilde.core.keeper.Cast.erased;
import static dev.kilde.core.keeper.Cast.settled;
import static dev.kilde.core.keeper.Cast.signIn;
import static dev.kilde.core.keeper.Story.drop;
import static dev.kilde.core.keeper.Story.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.identity.ReasonCode;
import dev.kilde.core.keeper.IdentityChange.Kind;
import dev.kilde.core.person.Fate;
import dev.kilde.core.person.Profile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An erasure, at every identifier that came along: of each only the person's times go. */
class KeeperErasureTest {

  private static final Identifier CONTACT = contact("ada");

  private final Told somebody = Told.of(COOKIE);
  private final Story story = new Story();

  @Test
  void whichOfTwoErasuresArrivesLastMakesNoDifference() {
    Told ada = Told.of(CONTACT);
    story.says(ada.viewed("before", minute(1), "tent"));
    story.says(ada.viewed("between", minute(15), "lamp"));
    story.says(ada.viewed("after", minute(22), "mat"));
    story.watermarkReaches(minute(30));
    story.arrives(ADA, new Message.Erase("second", List.of(), false, minute(20)));
    story.arrives(ADA, new Message.Erase("first", List.of(), false, minute(10)));
    story.arrives(ADA, new Message.Erase("second", List.of(), false, minute(20)));

    Profile left = story.keeper(ADA).profile(minute(31)).orElseThrow();
    assertThat(left.profileId()).isEqualTo(ProfileId.afterErasure(ADA, "second"));
    assertThat(left.visits().lastViewed()).containsExactly("mat");
    assertThat(story.reported(ADA)).as("the first finds nothing left of then").hasSize(1);
  }

  @Test
  void ofTwoErasuresOfOneInstantTheGreaterNameCountsWhicheverArrivesLast() {
    story.says(Told.of(CONTACT).viewed("after", minute(22), "mat"));
    story.watermarkReaches(minute(30));
    story.arrives(ADA, new Message.Erase("b", List.of(), false, minute(20)));
    story.arrives(ADA, new Message.Erase("a", List.of(), false, minute(20)));

    assertThat(story.keeper(ADA).profile(minute(31)).orElseThrow().profileId())
        .isEqualTo(ProfileId.afterErasure(ADA, "b"));
  }

  @Test
  void anErasureGoesToThePersonAndFromThereToEveryIdentifierThatCameAlong() {
    story.says(Told.of(COOKIE, MAIL, CONTACT).viewed("s", minute(5), "lamp"));
    story.arrives(EMAIL, new Message.Erase("request", List.of(COOKIE), false, minute(20)));
    story.watermarkReaches(minute(21));

    assertThat(story.sent(EMAIL))
        .containsExactly(
            new Effect.Sent(ADA, new Message.Erase("request", List.of(COOKIE), false, minute(20))));
    assertThat(story.did(ADA))
        .filteredOn(Effect.Spread.class::isInstance)
        .extracting(
            effect -> ((Effect.Spread) effect).weaker(),
            effect -> ((Effect.Spread) effect).target(),
            effect -> ((Effect.Spread) effect).spans(),
            effect -> ((Effect.Spread) effect).at())
        .containsExactly(
            tuple(COOKIE, CONTACT, List.of(), minute(20)),
            tuple(MAIL, CONTACT, List.of(), minute(20)));
  }

  @Test
  void anIdentifierNamedBesideAStrongerOneIsErasedOnlyWhereItIsThePerson() {
    Message.Erase beside = new Message.Erase("request", List.of(), true, minute(20));
    story.says(somebody.viewed("v", minute(1), "tent"));
    story.says(Told.of(MAIL, CONTACT).viewed("s", minute(5), "lamp"));
    story.arrives(EMAIL, beside);
    story.arrives(DEVICE, beside);
    story.watermarkReaches(minute(21));

    assertThat(story.sent(EMAIL)).isEmpty();
    assertThat(story.reported(EMAIL)).hasSize(1); // linked
    assertThat(story.viewed(ADA)).containsExactly("lamp");
    assertThat(story.reported(DEVICE)).containsExactly(erased(DEVICE, minute(20)));
    assertThat(story.viewed(DEVICE)).isEmpty();
  }

  @Test
  void everythingOfThePersonIsForgottenThroughAllIdentifiers() {
    story.says(somebody.viewed("v", minute(1), "tent"));
    story.says(Told.of(COOKIE, MAIL).viewed("s", minute(5), "lamp"));
    story.says(Told.of(MAIL, CONTACT).viewed("n", minute(8), "mat"));
    story.watermarkReaches(minute(15));
    story.arrives(ADA, new Message.Erase("request", List.of(), false, minute(20)));
    story.watermarkReaches(minute(21));
    story.spreads();
    story.watermarkReaches(minute(22));
    story.watermarkReaches(minute(20).plus(Duration.ofDays(1))); // links taken back go

    for (IdentifierKey each : List.of(DEVICE, EMAIL, ADA)) {
      story.keeper(each).flush();
      InMemoryKeeperStore store = story.store(each);
      assertThat(store.log().all()).isEmpty();
      assertThat(store.passed().all()).isEmpty();
      assertThat(store.links().all()).isEmpty();
      assertThat(store.acquaintance()).isNull();
      assertThat(story.keeper(each).pointers().target(minute(30))).isNull();
      assertThat(story.reported(each))
          .last()
          .extracting(IdentityChange::kind)
          .isEqualTo(Kind.ERASED);
    }
    story.says(somebody.viewed("late", minute(2), "tent"));
    assertThat(story.told(DEVICE)).last().isEqualTo(settled("late", Fate.ERASED));
  }

  @Test
  void ofADeviceOfTwoOnlyTheTimesOfTheErasedPersonGo() {
    Event hers = somebody.viewed("hers", minute(6), "tent");
    Event his = somebody.viewed("his", minute(12), "lamp");
    story.says(signIn("a", "ada", minute(5)));
    story.says(hers);
    story.says(signIn("b", "bo", minute(10)));
    story.says(his);
    story.watermarkReaches(minute(15));
    story.did(DEVICE);
    story.arrives(DEVICE, new Message.EraseTies("request", ADA, List.of(), minute(20)));
    story.watermarkReaches(minute(21));

    assertThat(story.did(DEVICE)).containsExactly(new Effect.Reported(erased(DEVICE, minute(20))));
    story.keeper(DEVICE).flush();
    assertThat(story.store(DEVICE).passed().all())
        .extracting(held -> held.event())
        .containsExactly(his);
    assertThat(story.viewed(BO)).containsExactly("lamp", "b");

    story.says(somebody.viewed("late", minute(7), "mat"));
    story.says(signIn("late", "ada", minute(8)));
    assertThat(story.told(DEVICE)).containsExactly(settled("late", Fate.ERASED));
    assertThat(story.reported(DEVICE))
        .extracting(IdentityChange::refusal)
        .containsExactly(ReasonCode.BLOCKED);
  }

  @Test
  void whatOccurredAfterTheRequestStaysAndIsNobodysUntilTheNextSignIn() {
    Event after = somebody.viewed("after", minute(25), "lamp");
    story.says(signIn("a", "ada", minute(5)));
    story.says(somebody.viewed("before", minute(6), "tent"));
    story.says(after);
    story.watermarkReaches(minute(30));
    story.did(DEVICE);
    story.arrives(DEVICE, new Message.EraseTies("request", ADA, List.of(), minute(20)));

    assertThat(story.did(DEVICE))
        .containsExactly(
            drop(DEVICE, ADA, after, minute(30)), new Effect.Reported(erased(DEVICE, minute(20))));
    assertThat(story.viewed(DEVICE)).containsExactly("lamp");

    story.says(signIn("again", "ada", minute(40)));
    story.watermarkReaches(minute(41));
    assertThat(story.sent(DEVICE)).containsExactly(put(DEVICE, ADA, after, minute(40)));
  }

  @Test
  void onlyTheTimesInWhichTheTargetWasTheErasedPersonGo() {
    List<Event> views =
        List.of(
            somebody.viewed("1", minute(6), "one"),
            somebody.viewed("2", minute(11), "two"),
            somebody.viewed("3", minute(16), "three"));
    story.says(Told.of(COOKIE, MAIL).viewed("s", minute(5), "lamp"));
    views.forEach(story::says);
    story.watermarkReaches(minute(17));
    List<Span> spans = List.of(new Span(minute(10), minute(15)));
    story.arrives(DEVICE, new Message.EraseTies("request", EMAIL, spans, minute(20)));
    story.watermarkReaches(minute(21));

    assertThat(story.viewed(EMAIL)).contains("three", "one"); // by then somebody else's
    story.says(somebody.viewed("late", minute(14), "four"));
    assertThat(story.told(DEVICE)).last().isEqualTo(settled("late", Fate.ERASED));
  }

  @Test
  void theSameRequestToForgetTiesTwiceIsOne() {
    Message.EraseTies erase = new Message.EraseTies("request", ADA, List.of(), minute(20));
    story.says(signIn("a", "ada", minute(5)));
    story.arrives(DEVICE, erase);
    story.watermarkReaches(minute(21));
    story.did(DEVICE);
    story.arrives(DEVICE, erase);

    assertThat(story.did(DEVICE)).isEmpty();
  }
}
