package dev.kilde.core.keeper;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.Told.minute;
import static dev.kilde.core.keeper.Cast.ADA;
import static dev.kilde.core.keeper.Cast.BO;
import static dev.kilde.core.keeper.Cast.COOKIE;
import static dev.kilde.core.keeper.Cast.DEVICE;
import static dev.kilde.core.keeper.Cast.EMAIL;
import static dev.kilde.core.keeper.Cast.MAIL;
import static dev.kilde.core.keeper.Cast.card;
import static dev.kilde.core.keeper.Cast.change;
import static dev.kilde.core.keeper.Cast.contact;
import static dev.kilde.core.keeper.Cast.ended;
import static dev.kilde.core.keeper.Cast.ledger;
import static dev.kilde.core.keeper.Cast.reported;
import static dev.kilde.core.keeper.Cast.retired;
import static dev.kilde.core.keeper.Cast.signIn;
import static dev.kilde.core.keeper.Story.drop;
import static dev.kilde.core.keeper.Story.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.flow.Ledger;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.keeper.IdentityChange.Kind;
import dev.kilde.core.person.Fate;
import dev.kilde.core.person.Outcome;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A device that turns out to be somebody's, or somebody else's. */
class KeeperLinkTest {

  private final Told somebody = Told.of(COOKIE);
  private final Story story = new Story();

  @Test
  void aLinkMovesTheHistoryToItsTarget() {
    Event view = somebody.viewed("v", minute(1), "tent");
    story.says(view);
    story.says(signIn("s", "ada", minute(5)));
    story.watermarkReaches(minute(6));

    assertThat(story.did(DEVICE))
        .containsExactly(
            ended("v", Fate.APPLIED),
            put(DEVICE, ADA, view, minute(5)),
            retired(DEVICE, ADA, "s", minute(5)),
            reported(Kind.LINKED, ADA, null, "s", minute(5)));
    assertThat(story.viewed(ADA)).containsExactly("s", "tent");
    assertThat(story.viewed(DEVICE)).isEmpty();
  }

  @Test
  void whatComesAfterwardsIsPassedOnAtItsOwnInstant() {
    Event view = somebody.viewed("v", minute(8), "tent");
    story.says(signIn("s", "ada", minute(5)));
    story.says(view);
    story.watermarkReaches(minute(9));

    assertThat(story.did(DEVICE))
        .containsExactly(
            reported(Kind.LINKED, ADA, null, "s", minute(5)),
            put(DEVICE, ADA, view, minute(8)),
            ended("v", Fate.PASSED_ON));
  }

  @Test
  void fromTheNextSignInOnItIsSomebodyElses() {
    story.says(signIn("a", "ada", minute(5)));
    story.says(somebody.viewed("1", minute(8), "tent"));
    story.says(signIn("b", "bo", minute(10)));
    story.says(somebody.viewed("2", minute(12), "lamp"));
    story.says(signIn("b2", "bo", minute(14)));
    story.watermarkReaches(minute(20));

    assertThat(story.viewed(ADA)).containsExactly("tent", "a");
    assertThat(story.viewed(BO)).containsExactly("b2", "lamp", "b");
    assertThat(story.reported(DEVICE))
        .containsExactly(
            change(Kind.LINKED, ADA, null, "a", minute(5)),
            change(Kind.RELINKED, BO, null, "b", minute(10)));
  }

  @Test
  void aLateSignInMovesWhatWasSeenAfterIt() {
    Event view = somebody.viewed("v", minute(12), "tent");
    story.says(signIn("a", "ada", minute(10)));
    story.says(view);
    story.watermarkReaches(minute(13));
    story.did(DEVICE);
    story.says(signIn("b", "bo", minute(11)));
    story.watermarkReaches(minute(15));

    assertThat(story.did(DEVICE))
        .containsExactly(
            drop(DEVICE, ADA, view, minute(13)),
            put(DEVICE, BO, view, minute(13)),
            reported(Kind.RELINKED, BO, null, "b", minute(11)));
    assertThat(story.viewed(ADA)).containsExactly("a");
    assertThat(story.viewed(BO)).containsExactly("tent", "b");
  }

  @Test
  void whatALinkPassedOnIsForgottenAsSoonAsItWouldHaveBeenOtherwise() {
    story.says(somebody.viewed("v", minute(1), "tent"));
    story.says(somebody.receipt("r", minute(2), "r1"));
    story.says(signIn("s", "ada", minute(5)));
    story.watermarkReaches(day(3).minusMillis(1));
    story.keeper(DEVICE).flush();
    assertThat(story.store(DEVICE).passed().all()).hasSize(2);

    story.watermarkReaches(day(3));
    story.keeper(DEVICE).flush();
    assertThat(story.store(DEVICE).passed().all())
        .extracting(held -> held.id().id())
        .containsExactly("r");
    assertThat(story.viewed(ADA)).isEmpty();
  }

  @Test
  void whatGoesThroughTwoIdentifiersIsRelayedHopByHop() {
    Event view = somebody.viewed("v", minute(1), "tent");
    story.says(view);
    story.says(Told.of(COOKIE, MAIL).viewed("s", minute(5), "lamp"));
    story.watermarkReaches(minute(6));
    assertThat(story.viewed(EMAIL)).containsExactly("lamp", "tent");

    Event named = Told.of(MAIL, contact("ada")).viewed("n", minute(20), "mat");
    story.says(named);
    story.watermarkReaches(minute(21));
    assertThat(story.viewed(EMAIL)).isEmpty();
    assertThat(story.viewed(ADA)).containsExactly("mat", "lamp", "tent");
    assertThat(story.sent(EMAIL)).contains(put(EMAIL, ADA, view, minute(20)));
  }

  @Test
  void aPersonThatTurnsOutToBeAnotherIsRetired() {
    story.says(somebody.viewed("v", minute(1), "tent"));
    story.watermarkReaches(minute(15)); // told of
    story.says(signIn("s", "ada", minute(20)));
    story.watermarkReaches(minute(60));

    assertThat(story.reported(DEVICE))
        .contains(
            new IdentityChange(
                "shop", Kind.RETIRED, DEVICE.hash(), ADA.hash(), null, "s", minute(20)));
    Instant gone = minute(20).plus(Story.DELAY);
    assertThat(story.told(DEVICE))
        .last()
        .isEqualTo(
            new Outcome.Retired("shop", new ProfileId(DEVICE.hash()), gone.toEpochMilli(), gone));
  }

  @Test
  void whatItWasInTheMiddleOfGoesAlong() {
    Ledger begun = ledger("c1");
    story.says(somebody.viewed("v", minute(1), "tent"));
    story.arrives(DEVICE, new Message.HandedOver(Story.key(card()), begun, minute(2)));
    story.arrives(ADA, new Message.HandedOver(EMAIL, ledger("c2"), minute(3)));
    story.says(signIn("s", "ada", minute(5)));
    story.watermarkReaches(minute(4));
    assertThat(story.store(DEVICE).ledger()).isEqualTo(begun);

    story.watermarkReaches(minute(5));
    assertThat(story.sent(DEVICE))
        .contains(new Effect.Sent(ADA, new Message.HandedOver(DEVICE, begun, minute(5))));
    assertThat(story.store(DEVICE).ledger()).isEqualTo(Ledger.EMPTY);
    assertThat(story.store(ADA).ledger()).isEqualTo(ledger("c1").with(ledger("c2")));
  }

  @Test
  void whatIsHandedToOneWhoIsSomebodyElseByNowGoesOn() {
    story.says(signIn("s", "ada", minute(5)));
    story.watermarkReaches(minute(10));
    story.arrives(DEVICE, new Message.HandedOver(Story.key(card()), ledger("c1"), minute(7)));

    assertThat(story.sent(DEVICE))
        .containsExactly(
            new Effect.Sent(ADA, new Message.HandedOver(DEVICE, ledger("c1"), minute(10))));
    assertThat(story.store(ADA).ledger()).isEqualTo(ledger("c1"));
  }

  @Test
  void whatIsHandedOverTwiceAtOneInstantComesTogether() {
    IdentifierKey card = Story.key(card());
    story.arrives(DEVICE, new Message.HandedOver(card, ledger("c1"), minute(2)));
    story.arrives(DEVICE, new Message.HandedOver(card, ledger("c2"), minute(2)));
    story.arrives(DEVICE, new Message.HandedOver(card, ledger("c1"), minute(2)));
    story.watermarkReaches(minute(3));

    assertThat(story.store(DEVICE).ledger()).isEqualTo(ledger("c1").with(ledger("c2")));
  }
}
