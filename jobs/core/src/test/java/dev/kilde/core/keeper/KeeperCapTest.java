package dev.kilde.core.keeper;

import static dev.kilde.core.Told.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Stream;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.ReasonCode;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.Fate;
import dev.kilde.core.person.Outcome;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of too much the oldest goes; what went does not come again. */
class KeeperCapTest {

  private static final Identifier COOKIE = Identifier.of(IdentifierKind.DEVICE_ID, "cookie");
  private static final Identifier CONTACT = Identifier.of(IdentifierKind.CONTACT_ID, "ada");
  private static final IdentifierKey DEVICE = Story.key(COOKIE);
  private static final IdentifierKey ADA = Story.key(CONTACT);

  private final Told somebody = Told.of(COOKIE);
  private final Story story = new Story(Story.capped(8, 8));

  @Test
  void aPersonOverTheCapKeepsTheNewest() {
    views(1, 9);
    story.watermarkReaches(minute(9));

    assertThat(story.told(DEVICE)).contains(new Outcome.Capped(2));
    assertThat(story.viewed(DEVICE)).containsExactly("9", "8", "7", "6", "5", "4", "3");
  }

  @Test
  void whatIsOlderThanTheNewestThatAreKeptIsNotTaken() {
    views(1, 9);
    story.watermarkReaches(minute(10));
    story.did(DEVICE);
    story.says(somebody.viewed("late", minute(2), "late"));
    story.says(somebody.viewed("later", minute(3), "later"));

    assertThat(story.told(DEVICE))
        .containsExactly(ended("late", Fate.OVER_CAP), ended("later", Fate.APPLIED));
    assertThat(story.viewed(DEVICE)).hasSize(8).contains("later").doesNotContain("late");
  }

  @Test
  void whatIsPassedOnIsCappedHereAndStaysThere() {
    story.says(Told.of(COOKIE, CONTACT).viewed("s", minute(0), "s"));
    views(1, 9);
    story.watermarkReaches(minute(9));

    assertThat(story.told(DEVICE)).contains(new Outcome.Capped(2));
    assertThat(story.sent(DEVICE)).hasSize(9); // nothing is taken back
    story.keeper(DEVICE).flush();
    assertThat(story.store(DEVICE).passed().all()).hasSize(7);
    story.did(DEVICE);

    story.says(somebody.viewed("late", minute(2), "late"));
    assertThat(story.did(DEVICE)).containsExactly(new Effect.Told(ended("late", Fate.OVER_CAP)));
  }

  @Test
  void whereNothingIsPassedOnAnyMoreTheCapHasTakenNothing() {
    story.says(Told.of(COOKIE, CONTACT).viewed("s", minute(0), "s"));
    views(1, 9);
    story.watermarkReaches(minute(10));
    story.did(DEVICE);
    for (int i = 3; i <= 9; i++) {
      EventId id = new EventId(Stream.TRACKING, "v" + i);
      story.arrives(DEVICE, new Message.Moved(new Change.Drop(null, id, minute(10))));
    }
    story.did(DEVICE);

    story.says(somebody.viewed("late", minute(2), "late"));
    assertThat(story.told(DEVICE)).containsExactly(ended("late", Fate.PASSED_ON));
  }

  @Test
  void whatALinkBringsIsCappedToo() {
    Story wide = new Story(Story.capped(16, 8));
    for (int i = 1; i <= 16; i++) {
      wide.says(somebody.viewed("v" + i, minute(i), "" + i));
    }
    wide.says(Told.of(COOKIE, CONTACT).viewed("s", minute(20), "s"));
    wide.watermarkReaches(minute(21));

    assertThat(wide.told(ADA)).contains(new Outcome.Capped(3));
    assertThat(wide.viewed(ADA)).hasSize(14).startsWith("s", "16").endsWith("4");
  }

  @Test
  void ofTooManyLinksTheOldestGoAndAreNotTakenAgain() {
    for (int i = 1; i <= 9; i++) {
      story.says(signIn("s" + i, "ada", i));
    }
    story.watermarkReaches(minute(10));
    story.keeper(DEVICE).flush();
    assertThat(story.store(DEVICE).links().all()).hasSizeLessThanOrEqualTo(8);
    story.did(DEVICE);

    story.says(signIn("late", "bo", 2));
    assertThat(story.reported(DEVICE))
        .extracting(IdentityChange::refusal)
        .containsExactly(ReasonCode.TOO_LATE);
    story.says(signIn("t5", "bo", 5));
    story.says(somebody.viewed("v", minute(5).plusSeconds(1), "tent"));
    assertThat(story.viewed(Story.key(Identifier.of(IdentifierKind.CONTACT_ID, "bo"))))
        .contains("tent");
  }

  private void views(int from, int to) {
    IntStream.rangeClosed(from, to)
        .forEach(i -> story.says(somebody.viewed("v" + i, minute(i), "" + i)));
  }

  private static Event signIn(String id, String contact, int minute) {
    return Told.of(COOKIE, Identifier.of(IdentifierKind.CONTACT_ID, contact))
        .viewed(id, minute(minute), id);
  }

  private static Outcome ended(String id, Fate fate) {
    return new Outcome.Settled(new EventId(Stream.TRACKING, id), fate);
  }
}
