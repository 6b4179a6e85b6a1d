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
import static dev.kilde.core.keeper.Cast.link;
import static dev.kilde.core.keeper.Cast.reported;
import static dev.kilde.core.keeper.Cast.signIn;
import static dev.kilde.core.keeper.Story.drop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Trust;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.ReasonCode;
import dev.kilde.core.keeper.IdentityChange.Kind;
import dev.kilde.core.person.Fate;
import org.junit.jupiter.api.Test;

/** A link that is not taken, and what is told of it. */
class KeeperRefusalTest {

  private final Told somebody = Told.of(COOKIE);
  private final Story story = new Story();

  @Test
  void aDeviceOfTooManyPeopleIsNobodysAndWhatIsKeptOfThemIsBounded() {
    for (int i = 1; i <= 6; i++) {
      story.says(signIn("s" + i, "person-" + i, minute(i)));
    }
    story.says(somebody.viewed("5", minute(5).plusSeconds(1), "tent"));
    story.says(somebody.viewed("7", minute(7), "lamp"));
    story.watermarkReaches(minute(8));
    IdentifierKey fifth = Story.key(contact("person-5"));
    IdentifierKey sixth = Story.key(contact("person-6"));
    assertThat(story.reported(DEVICE))
        .hasSize(6)
        .last()
        .isEqualTo(change(Kind.REFUSED, sixth, ReasonCode.LIMIT, "s6", minute(6)));
    assertThat(story.viewed(fifth)).containsExactly("tent", "s5"); // earlier links stand
    assertThat(story.viewed(DEVICE)).containsExactly("lamp");
    story.did(DEVICE);

    story.says(signIn("s9", "person-1", minute(9)));
    story.watermarkReaches(minute(10));
    assertThat(story.did(DEVICE)).contains(new Effect.Uncounted());
    assertThat(story.reported(DEVICE)).isEmpty();
    story.watermarkReaches(minute(12));
    for (int i = 0; i < 10_100; i++) {
      IdentifierKey person = Story.key(contact("person-" + i));
      story.arrives(DEVICE, new Message.Linked(link("more-" + i, person, 11), true));
    }
    story.keeper(DEVICE).flush();
    assertThat(story.store(DEVICE).links().all()).hasSize(10_000);
  }

  @Test
  void aLateLinkThatMakesItSharedTakesBackWhatWasPassedOn() {
    for (int i = 1; i <= 5; i++) {
      story.says(signIn("s" + i, "person-" + i, minute(i + 10)));
    }
    Event view = somebody.viewed("v", minute(16), "tent");
    story.says(view);
    story.watermarkReaches(minute(17));
    story.did(DEVICE);
    story.says(signIn("late", "ada", minute(9)));

    IdentifierKey fifth = Story.key(contact("person-5"));
    assertThat(story.did(DEVICE))
        .containsExactly(
            drop(DEVICE, fifth, view, minute(17)),
            reported(Kind.REFUSED, ADA, ReasonCode.LIMIT, "late", minute(9)));
    assertThat(story.viewed(DEVICE)).containsExactly("tent");
  }

  @Test
  void aLinkToWhatIsNoLongerKeptComesTooLate() {
    story.watermarkReaches(day(11));
    story.says(signIn("s", "ada", minute(0)));

    assertThat(story.did(DEVICE))
        .containsExactly(reported(Kind.REFUSED, ADA, ReasonCode.TOO_LATE, "s", minute(0)));
    story.watermarkReaches(day(11).plusMillis(1));
    assertThat(story.isForgotten(DEVICE)).isTrue();
  }

  @Test
  void aWeakerTargetIsAConflictToldOnce() {
    story.says(signIn("a", "ada", minute(5)));
    story.says(Told.of(COOKIE, MAIL).viewed("m", minute(6), "tent"));
    story.says(Told.of(COOKIE, MAIL).viewed("m2", minute(7), "tent"));
    story.says(somebody.viewed("v", minute(8), "lamp"));
    story.watermarkReaches(minute(9));

    assertThat(story.reported(DEVICE))
        .containsExactly(change(Kind.LINKED, ADA, null, "a", minute(5)));
    assertThat(story.reported(EMAIL))
        .containsExactly(change(Kind.REFUSED, EMAIL, ReasonCode.CONFLICT, "m", minute(6)));
    assertThat(story.viewed(ADA)).containsExactly("lamp", "a");
  }

  @Test
  void aDeviceIsNotLinkedByWhatIsInferred() {
    Told clerk = Told.of(COOKIE, contact("ada")).as(Trust.INFERRED);
    story.says(clerk.viewed("s", minute(5), "tent"));
    story.says(clerk.viewed("s2", minute(6), "tent"));
    story.says(somebody.viewed("v", minute(7), "lamp"));
    story.watermarkReaches(minute(8));

    assertThat(story.did(DEVICE))
        .containsExactly(
            reported(Kind.REFUSED, ADA, ReasonCode.UNTRUSTED, "s", minute(5)),
            ended("v", Fate.APPLIED));
  }

  @Test
  void aCardIsLinkedByWhatIsInferredWhileThereIsNothingElse() {
    IdentifierKey card = Story.key(card());
    story.says(Told.of(card(), contact("ada")).as(Trust.INFERRED).viewed("i", minute(1), "1"));
    story.says(Told.of(card(), contact("bo")).viewed("s", minute(2), "2"));
    story.says(Told.of(card(), contact("ada")).as(Trust.INFERRED).viewed("j", minute(3), "3"));
    story.says(Told.of(card()).viewed("v", minute(4), "tent"));
    story.watermarkReaches(minute(5));

    assertThat(story.reported(card))
        .extracting(IdentityChange::kind, IdentityChange::to, IdentityChange::refusal)
        .containsExactly(
            tuple(Kind.LINKED, ADA.hash(), null),
            tuple(Kind.RELINKED, BO.hash(), null),
            tuple(Kind.REFUSED, ADA.hash(), ReasonCode.UNTRUSTED));
    assertThat(story.viewed(BO)).containsExactly("tent", "2");
  }
}
