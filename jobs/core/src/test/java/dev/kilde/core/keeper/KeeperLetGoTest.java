package dev.kilde.core.keeper;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.Told.minute;
import static dev.kilde.core.keeper.Cast.ADA;
import static dev.kilde.core.keeper.Cast.BO;
import static dev.kilde.core.keeper.Cast.COOKIE;
import static dev.kilde.core.keeper.Cast.DEVICE;
import static dev.kilde.core.keeper.Cast.EMAIL;
import static dev.kilde.core.keeper.Cast.MAIL;
import static dev.kilde.core.keeper.Cast.contact;
import static dev.kilde.core.keeper.Cast.ended;
import static dev.kilde.core.keeper.Cast.link;
import static dev.kilde.core.keeper.Cast.signIn;
import static dev.kilde.core.keeper.Story.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.person.Fate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Links are let go; whose anything was before that stays as it is, and becomes nobody else's. */
class KeeperLetGoTest {

  private static final IdentifierKey CY = Story.key(contact("cy"));

  private final Told somebody = Told.of(COOKIE);
  private final Story capped = new Story(Story.capped(20_000, 8));

  @Test
  void whatWasTheFirstPersonsStaysTheirsWhenTheirLinkIsOneTooMany() {
    capped.says(signIn("a", "ada", minute(0)));
    capped.says(somebody.viewed("va", minute(1), "tent"));
    signInsOfBo(10, 17);
    capped.says(somebody.viewed("late", minute(1), "lamp"));
    capped.watermarkReaches(minute(30));

    assertThat(capped.viewed(ADA)).containsExactlyInAnyOrder("a", "tent", "lamp");
    assertThat(capped.viewed(BO)).doesNotContain("tent", "lamp");
  }

  @Test
  void andWhenALateLinkMakesThePointersAnew() {
    capped.says(signIn("a", "ada", minute(0)));
    capped.says(somebody.viewed("va", minute(1), "tent"));
    signInsOfBo(10, 17);
    capped.says(signIn("cy", "cy", minute(13)));
    capped.says(somebody.viewed("vc", minute(13).plusSeconds(1), "mat"));

    assertThat(capped.viewed(ADA)).containsExactly("tent", "a");
    assertThat(capped.viewed(CY)).containsExactly("mat", "cy");
  }

  @Test
  void anAddressThatMovedOnLeavesItsYearsWithWhomItWas() {
    Story story = new Story();
    story.says(Told.of(MAIL, contact("ada")).viewed("a", day(0), "a"));
    story.says(Told.of(MAIL, contact("bo")).viewed("b", day(2), "b"));
    story.watermarkReaches(day(30));
    Event late = Told.of(MAIL).contact("c", day(1), "DK", null, null, Map.of());
    story.says(late);

    assertThat(story.sent(EMAIL)).contains(put(EMAIL, ADA, late, day(30)));
    assertThat(story.sent(EMAIL)).doesNotContain(put(EMAIL, BO, late, day(30)));
    story.says(Told.of(MAIL).contact("n", day(40), "DK", null, null, Map.of()));
    story.watermarkReaches(day(41));
    assertThat(story.sent(EMAIL)).last().extracting(Effect.Sent::to).isEqualTo(BO);
  }

  @Test
  void whatIsTakenBackAfterItWasLetGoIsNobodysNotTheNextOnes() {
    capped.says(signIn("a", "ada", minute(0)));
    capped.says(somebody.viewed("va", minute(1), "tent"));
    signInsOfBo(10, 17);
    capped.arrives(DEVICE, new Message.Unlink(ADA, "request", minute(20)));
    capped.watermarkReaches(minute(30));

    assertThat(capped.viewed(ADA)).containsExactly("a");
    assertThat(capped.viewed(BO)).doesNotContain("tent");
    assertThat(capped.viewed(DEVICE)).containsExactly("tent");
  }

  @Test
  void ofOneThatChangesHandsEachTimeTheOldestChangesGoAndMoveNothing() {
    for (int i = 0; i < 100; i++) {
      boolean ada = i % 2 == 0;
      capped.says(signIn("s" + i, ada ? "ada" : "bo", minute(10L * i)));
      capped.says(somebody.viewed("v" + i, minute(10L * i + 1), (ada ? "ada" : "bo") + i));
      capped.watermarkReaches(minute(10L * i + 5));
    }

    assertThat(events(ADA)).hasSize(100).allMatch(id -> Integer.parseInt(id.substring(1)) % 2 == 0);
    assertThat(events(BO)).hasSize(100).allMatch(id -> Integer.parseInt(id.substring(1)) % 2 == 1);
    capped.keeper(DEVICE).flush();
    Ties ties = Objects.requireNonNull(capped.store(DEVICE).ties());
    assertThat(ties.pointers().runs()).hasSizeLessThanOrEqualTo(8);
    assertThat(capped.store(DEVICE).passed().all()).hasSizeLessThanOrEqualTo(8);
    assertThat(capped.store(DEVICE).links().all()).hasSizeLessThanOrEqualTo(8);
    capped.did(DEVICE);
    capped.says(somebody.viewed("late", minute(12), "late"));
    assertThat(capped.did(DEVICE)).containsExactly(ended("late", Fate.OVER_CAP));
  }

  @Test
  void whatWasOnlyRefusedIsForgotten() {
    Story story = new Story();
    story.arrives(DEVICE, new Message.Linked(link("click", ADA, 1), false));
    story.watermarkReaches(day(10));
    assertThat(story.isForgotten(DEVICE)).isFalse();

    story.watermarkReaches(day(11));
    assertThat(story.isForgotten(DEVICE)).isTrue();
  }

  @Test
  void aRefusalIsToldAgainOnceItIsForgotten() {
    Story story = new Story();
    story.arrives(DEVICE, new Message.Linked(link("1", ADA, 1), false));
    story.arrives(DEVICE, new Message.Linked(link("2", ADA, 2), false));
    story.arrives(DEVICE, new Message.Linked(link("3", ADA, 60 * 24 * 12), false));
    story.watermarkReaches(day(13));

    assertThat(story.reported(DEVICE))
        .extracting(IdentityChange::eventId)
        .containsExactly("1", "3");
  }

  @Test
  void whatWasUnlinkedIsForgottenOnceNoLinkOfThenWouldBeTaken() {
    Story story = new Story();
    story.says(signIn("a", "ada", minute(1)));
    story.arrives(DEVICE, new Message.Unlink(ADA, "request", minute(2)));
    story.watermarkReaches(day(10));
    story.says(signIn("late", "ada", minute(2)));
    assertThat(story.keeper(DEVICE).pointers().target(minute(3))).isNull();
    assertThat(story.isForgotten(DEVICE)).isFalse();

    story.watermarkReaches(day(11));
    assertThat(story.isForgotten(DEVICE)).isTrue();
  }

  private List<String> events(IdentifierKey who) {
    capped.keeper(who).flush();
    return capped.store(who).log().all().stream().map(held -> held.id().id()).toList();
  }

  private void signInsOfBo(int from, int to) {
    for (int i = from; i <= to; i++) {
      capped.says(signIn("b" + i, "bo", minute(i)));
    }
    capped.watermarkReaches(minute(to));
  }
}
