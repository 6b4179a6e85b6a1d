package dev.kilde.core.keeper;

import static dev.kilde.core.Told.minute;
import static dev.kilde.core.keeper.Cast.ADA;
import static dev.kilde.core.keeper.Cast.BO;
import static dev.kilde.core.keeper.Cast.COOKIE;
import static dev.kilde.core.keeper.Cast.DEVICE;
import static dev.kilde.core.keeper.Cast.change;
import static dev.kilde.core.keeper.Cast.id;
import static dev.kilde.core.keeper.Cast.link;
import static dev.kilde.core.keeper.Cast.reported;
import static dev.kilde.core.keeper.Cast.signIn;
import static dev.kilde.core.keeper.Story.drop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.identity.ReasonCode;
import dev.kilde.core.keeper.IdentityChange.Kind;
import org.junit.jupiter.api.Test;

/** A link that was a mistake, of its source or of the person's. */
class KeeperUnlinkTest {

  private final Told somebody = Told.of(COOKIE);
  private final Story story = new Story();

  @Test
  void aLinkThatWasAMistakeMovesEverythingBack() {
    Event view = somebody.viewed("v", minute(1), "tent");
    story.says(view);
    story.says(signIn("s", "ada", minute(5)));
    story.watermarkReaches(minute(6));
    story.did(DEVICE);
    story.arrives(DEVICE, new Message.Retracted(link("s", ADA, 5), id("because"), minute(7)));
    story.watermarkReaches(minute(8));

    assertThat(story.did(DEVICE))
        .containsExactly(
            drop(DEVICE, ADA, view, minute(7)),
            reported(Kind.UNLINKED, ADA, null, "because", minute(7)));
    assertThat(story.viewed(DEVICE)).containsExactly("tent");
    assertThat(story.viewed(ADA)).containsExactly("s");
  }

  @Test
  void aMistakeThatSomethingElseSaysAsWellChangesNothing() {
    story.says(signIn("s", "ada", minute(5)));
    story.says(signIn("again", "ada", minute(6)));
    story.says(somebody.viewed("v", minute(7), "tent"));
    story.watermarkReaches(minute(8));
    story.did(DEVICE);
    story.arrives(DEVICE, new Message.Retracted(link("s", ADA, 5), id("because"), minute(9)));
    story.arrives(DEVICE, new Message.Retracted(link("never", ADA, 5), id("because"), minute(9)));
    story.watermarkReaches(minute(10));

    assertThat(story.did(DEVICE)).isEmpty();
    assertThat(story.viewed(ADA)).contains("tent");
  }

  @Test
  void aMistakeLeavesItToWhomElseItPointsTo() {
    story.says(signIn("a", "ada", minute(5)));
    story.says(signIn("b", "bo", minute(6)));
    story.says(somebody.viewed("v", minute(7), "tent"));
    story.watermarkReaches(minute(8));
    story.arrives(DEVICE, new Message.Retracted(link("b", BO, 6), id("because"), minute(9)));
    story.watermarkReaches(minute(10));

    assertThat(story.reported(DEVICE))
        .last()
        .isEqualTo(change(Kind.RELINKED, ADA, null, "because", minute(9)));
    assertThat(story.viewed(ADA)).containsExactly("tent", "a");
    assertThat(story.viewed(BO)).containsExactly("b");
  }

  @Test
  void whatIsUnlinkedMovesBackAndNoOldLinkComesAgain() {
    Event view = somebody.viewed("v", minute(6), "tent");
    story.says(signIn("s", "ada", minute(5)));
    story.says(view);
    story.watermarkReaches(minute(10));
    story.did(DEVICE);
    story.arrives(DEVICE, new Message.Unlink(ADA, "request", minute(12)));
    story.watermarkReaches(minute(13));
    assertThat(story.did(DEVICE))
        .containsExactly(
            drop(DEVICE, ADA, view, minute(12)),
            reported(Kind.UNLINKED, ADA, null, "request", minute(12)));
    assertThat(story.viewed(DEVICE)).containsExactly("tent");

    story.says(signIn("late", "ada", minute(12)));
    assertThat(story.did(DEVICE))
        .containsExactly(reported(Kind.REFUSED, ADA, ReasonCode.BLOCKED, "late", minute(12)));

    story.says(signIn("new", "ada", minute(14)));
    story.watermarkReaches(minute(15));
    assertThat(story.did(DEVICE)).contains(reported(Kind.LINKED, ADA, null, "new", minute(14)));
    assertThat(story.viewed(ADA)).contains("tent");
  }

  @Test
  void whatWasNeverLinkedIsNotUnlinked() {
    story.says(signIn("s", "bo", minute(5)));
    story.arrives(DEVICE, new Message.Unlink(ADA, "request", minute(7)));
    story.watermarkReaches(minute(8));

    assertThat(story.reported(DEVICE))
        .last()
        .isEqualTo(change(Kind.REFUSED, ADA, ReasonCode.NO_SUCH_LINK, "request", minute(7)));
  }
}
