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
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.definition.MessageClass;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.flow.CapSlot;
import dev.kilde.core.flow.Ledger;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.person.Fate;
import dev.kilde.core.person.Outcome;
import dev.kilde.core.person.Profile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person may ask for: everything held, or that nothing is. */
class KeeperPrivacyTest {

  private static final Identifier CONTACT = contact("ada");

  private final Told somebody = Told.of(COOKIE);
  private final Story story = new Story();

  @Test
  void whatIsHeldIsHandedOutByWhomeverTheIdentifierNames() {
    Event view = somebody.viewed("v", minute(1), "tent");
    Event signIn = Told.of(COOKIE, CONTACT).viewed("s", minute(5), "lamp");
    Message.Export export = new Message.Export("request", minute(6));
    story.says(view);
    story.says(signIn);
    story.arrives(DEVICE, export);
    story.watermarkReaches(minute(7));

    assertThat(story.did(DEVICE)).contains(new Effect.Sent(ADA, export));
    Effect.Exported exported = only(story.did(ADA), Effect.Exported.class);
    assertThat(exported.events()).containsExactly(view, signIn);
    assertThat(exported.profileId()).isEqualTo(ProfileId.of("shop", CONTACT));
    assertThat(exported.request()).isEqualTo("request");
    Profile profile = exported.profile();
    assertThat(profile).isNotNull();
    assertThat(profile.visits().lastViewed()).containsExactly("lamp", "tent");
  }

  @Test
  void ofWhomNothingIsHeldNothingIsHandedOut() {
    story.arrives(ADA, new Message.Export("request", minute(6)));
    story.watermarkReaches(minute(7));

    assertThat(story.did(ADA))
        .containsExactly(
            new Effect.Exported(
                "shop",
                ProfileId.of("shop", CONTACT),
                "request",
                minute(6),
                null,
                List.of(),
                Ledger.EMPTY));
    assertThat(story.isForgotten(ADA)).isTrue();
  }

  @Test
  void whatThePersonIsInTheMiddleOfIsHandedOutToo() {
    story.says(Told.of(CONTACT).viewed("v", minute(1), "tent"));
    story.arrives(ADA, new Message.HandedOver(EMAIL, ledger(), minute(2)));
    story.arrives(ADA, new Message.Export("request", minute(6)));
    story.watermarkReaches(minute(7));

    assertThat(only(story.did(ADA), Effect.Exported.class).ledger()).isEqualTo(ledger());
  }

  @Test
  void whoIsErasedIsGoneAndWhoComesLaterIsSomebodyElse() {
    Told ada = Told.of(CONTACT);
    story.says(ada.viewed("before", minute(1), "tent"));
    story.watermarkReaches(minute(15)); // told of
    story.arrives(ADA, new Message.Erase("request", List.of(), false, minute(20)));
    story.watermarkReaches(minute(21));
    story.says(ada.viewed("late", minute(20), "lamp"));
    story.says(ada.viewed("after", minute(22), "mat"));
    story.watermarkReaches(minute(40));

    ProfileId next = ProfileId.afterErasure(ADA, "request");
    Instant at = minute(20);
    assertThat(story.told(ADA))
        .contains(
            new Outcome.Retired("shop", ProfileId.of("shop", CONTACT), at.toEpochMilli(), at),
            settled("late", Fate.ERASED),
            settled("after", Fate.APPLIED));
    Profile last = story.documents(ADA).get(1);
    assertThat(last.profileId()).isEqualTo(next);
    assertThat(last.visits().lastViewed()).containsExactly("mat");
    assertThat(story.reported(ADA)).containsExactly(erased(ADA, at));
  }

  @Test
  void anErasureComesByWhenItWasAskedForNotByWhenItArrives() {
    Told ada = Told.of(CONTACT);
    story.says(ada.viewed("before", minute(1), "tent"));
    story.says(ada.viewed("after", minute(22), "mat"));
    story.watermarkReaches(minute(30));
    story.arrives(ADA, new Message.Erase("request", List.of(), false, minute(20)));

    assertThat(story.viewed(ADA)).containsExactly("mat");
    assertThat(story.keeper(ADA).profile(minute(31)).orElseThrow().profileId())
        .isEqualTo(ProfileId.afterErasure(ADA, "request"));
  }

  @Test
  void whatWasErasedStaysSoThoughTheIdentifierIsSomebodyElsesByNow() {
    Told ada = Told.of(MAIL);
    story.says(ada.viewed("before", minute(1), "tent"));
    story.arrives(EMAIL, new Message.Erase("request", List.of(), false, minute(20)));
    story.says(Told.of(MAIL, contact("bo")).viewed("s", minute(30), "lamp"));
    story.watermarkReaches(minute(31));
    story.says(ada.viewed("at", minute(20), "mat"));
    story.says(ada.viewed("since", minute(20).plusMillis(1), "rope"));

    assertThat(story.told(EMAIL))
        .contains(settled("at", Fate.ERASED), settled("since", Fate.PASSED_ON));
    assertThat(story.viewed(BO)).containsExactly("lamp", "rope");
  }

  @Test
  void theSameErasureTwiceIsOne() {
    Message.Erase erase = new Message.Erase("request", List.of(), false, minute(20));
    story.says(Told.of(CONTACT).viewed("before", minute(1), "tent"));
    story.arrives(ADA, erase);
    story.watermarkReaches(minute(21));
    story.did(ADA);
    story.arrives(ADA, erase);

    assertThat(story.did(ADA)).isEmpty();
  }

  @Test
  void whatThePersonWasInTheMiddleOfIsForgottenToo() {
    story.says(Told.of(CONTACT).viewed("before", minute(1), "tent"));
    story.arrives(ADA, new Message.HandedOver(EMAIL, ledger(), minute(2)));
    story.arrives(ADA, new Message.Erase("request", List.of(), false, minute(20)));
    story.watermarkReaches(minute(21));

    assertThat(story.store(ADA).ledger()).isEqualTo(Ledger.EMPTY);
  }

  private static Ledger ledger() {
    CapSlot slot = new CapSlot("t", "email", MessageClass.MARKETING, minute(1));
    return new Ledger(List.of(), List.of(), List.of(slot));
  }

  private static <E extends Effect> E only(List<Effect> effects, Class<E> type) {
    List<E> found = effects.stream().filter(type::isInstance).map(type::cast).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
