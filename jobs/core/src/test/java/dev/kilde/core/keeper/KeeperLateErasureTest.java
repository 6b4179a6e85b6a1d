package dev.kilde.core.keeper;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.Told.minute;
import static dev.kilde.core.keeper.Cast.ADA;
import static dev.kilde.core.keeper.Cast.COOKIE;
import static dev.kilde.core.keeper.Cast.DEVICE;
import static dev.kilde.core.keeper.Cast.EMAIL;
import static dev.kilde.core.keeper.Cast.MAIL;
import static dev.kilde.core.keeper.Cast.contact;
import static dev.kilde.core.keeper.Cast.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.identity.ReasonCode;
import dev.kilde.core.keeper.IdentityChange.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Erasures and unlinkings among what comes late, or twice. */
class KeeperLateErasureTest {

  private static final Identifier CONTACT = contact("ada");

  private final Told somebody = Told.of(COOKIE);
  private final Story story = new Story();

  /** The device was never seen with her before: the late sign-in itself tells of it. */
  @Test
  void aLateSignInOfTheErasedTimeLeavesTheDeviceNobodys() {
    story.says(Told.of(CONTACT).viewed("known", minute(1), "tent"));
    story.says(somebody.viewed("before", minute(4), "lamp"));
    story.watermarkReaches(minute(10));
    eraseAda(minute(10));
    story.says(signIn("late", "ada", minute(5)));
    story.spreads();
    story.says(somebody.viewed("after", minute(12), "mat"));
    story.watermarkReaches(minute(20));

    assertThat(story.viewed(DEVICE)).containsExactly("mat");
    assertThat(story.keeper(ADA).profile(minute(20))).isEmpty();
  }

  @Test
  void aLateLinkOfTheTimeAPersonWasErasedFindsNobody() {
    story.says(Told.of(MAIL).viewed("before", minute(1), "tent"));
    story.watermarkReaches(minute(10));
    story.arrives(EMAIL, new Message.Erase("request", List.of(), false, minute(10)));
    story.says(Told.of(MAIL, CONTACT).viewed("late", minute(9), "lamp"));
    story.says(Told.of(MAIL).viewed("after", minute(12), "mat"));
    story.watermarkReaches(minute(13));

    assertThat(story.reported(EMAIL))
        .anyMatch(
            change -> change.kind() == Kind.REFUSED && change.refusal() == ReasonCode.BLOCKED);
    assertThat(story.viewed(EMAIL)).containsExactly("mat");
  }

  /** What she had is over the cap already, the link it made is not. */
  @Test
  void anEventThatIsNotTakenStillTellsWhomItCameWith() {
    Story capped = new Story(Story.capped(8, 100));
    for (int i = 0; i < 12; i++) {
      capped.says(Told.of(CONTACT).viewed("v" + i, minute(20 + i), "tent"));
    }
    capped.says(somebody.viewed("secret", minute(4), "lamp"));
    capped.watermarkReaches(minute(40));
    capped.says(signIn("late", "ada", minute(5)));
    capped.arrives(ADA, new Message.Erase("request", List.of(), false, minute(40)));
    capped.spreads();
    capped.says(somebody.viewed("after", minute(42), "mat"));
    capped.watermarkReaches(minute(43));

    assertThat(capped.viewed(DEVICE)).containsExactly("mat");
  }

  @Test
  void whoIsLeftDoesNotDependOnWhenTheRequestComesBack() {
    assertThat(leftAfter(true))
        .isEqualTo(leftAfter(false))
        .isNotEqualTo(new ProfileId(DEVICE.hash()));
  }

  private static ProfileId leftAfter(boolean atOnce) {
    Story story = new Story();
    story.says(signIn("s", "ada", minute(5)));
    story.watermarkReaches(minute(10));
    story.arrives(ADA, new Message.Erase("request", List.of(), false, minute(10)));
    if (atOnce) {
      story.spreads();
    }
    story.says(Told.of(COOKIE).viewed("after", minute(12), "mat"));
    story.watermarkReaches(minute(13));
    story.spreads();
    return story.keeper(DEVICE).profile(minute(13)).orElseThrow().profileId();
  }

  @Test
  void whomTheNewPersonWasSeenWithIsStillKnownWhenTheRequestComesLate() {
    story.says(Told.of(CONTACT).viewed("before", minute(1), "tent"));
    story.says(signIn("after", "ada", minute(12)));
    story.watermarkReaches(minute(15));
    eraseAda(minute(10));
    story.arrives(ADA, new Message.Erase("again", List.of(), false, minute(15)));
    story.spreads();
    story.says(somebody.viewed("then", minute(20), "mat"));
    story.watermarkReaches(minute(21));

    assertThat(story.viewed(DEVICE)).containsExactly("mat");
  }

  @Test
  void aRequestThatComesTwiceIsToldOfOnce() {
    story.says(signIn("s", "ada", minute(5)));
    story.watermarkReaches(minute(20));
    for (int i = 0; i < 2; i++) {
      story.arrives(DEVICE, new Message.Unlink(ADA, "unlink", minute(10)));
      story.arrives(ADA, new Message.Erase("first", List.of(), false, minute(15)));
      story.arrives(ADA, new Message.Erase("second", List.of(), false, minute(16)));
    }

    assertThat(causes(DEVICE)).containsExactly("s", "unlink");
    assertThat(causes(ADA)).containsExactly("first", "second");
  }

  @Test
  void whomAnIdentifierWasSeenWithIsForgottenWithTheLinks() {
    story.says(signIn("s", "ada", minute(5)));
    story.watermarkReaches(day(10));
    assertThat(story.isForgotten(ADA)).isFalse();
    story.watermarkReaches(day(12));

    assertThat(story.isForgotten(ADA)).isTrue();
  }

  private void eraseAda(Instant at) {
    story.arrives(ADA, new Message.Erase("request", List.of(), false, at));
    story.spreads();
  }

  private List<String> causes(IdentifierKey at) {
    return story.reported(at).stream().map(IdentityChange::eventId).toList();
  }
}
