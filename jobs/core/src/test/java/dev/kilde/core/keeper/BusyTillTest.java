package dev.kilde.core.keeper;

import static dev.kilde.core.Told.minute;
import static dev.kilde.core.keeper.Cast.contact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A till writes its own device id on every customer's receipt: what is kept of it is bounded. */
class BusyTillTest {

  private static final Identifier TILL = Identifier.of(IdentifierKind.DEVICE_ID, "till");
  private static final IdentifierKey DEVICE = Story.key(TILL);
  private static final int EVENTS = 400;
  private static final int LINKS = 200;

  @Test
  void sharedItKeepsLinksUpToTheCap() {
    Story story = new Story(Story.capped(EVENTS, LINKS));
    sellTo(3_000, story);

    assertThat(story.keeper(DEVICE).pointers().target(minute(3_000))).isNull();
    assertThat(story.store(DEVICE).log().all()).hasSizeBetween(EVENTS / 2, EVENTS);
    isBounded(story);
  }

  @Test
  void neverSharedItKeepsTheLatestChangesOfHands() {
    Keeper.Rules rules = Story.capped(EVENTS, LINKS);
    Story story = new Story(new Keeper.Rules(withoutLimits(), rules.person(), LINKS));
    sellTo(3_000, story);

    assertThat(story.keeper(DEVICE).pointers().target(minute(3_000)))
        .isEqualTo(Story.key(contact("c3000")));
    assertThat(story.keeper(DEVICE).pointers().runs()).hasSizeBetween(LINKS / 2, LINKS);
    assertThat(story.store(DEVICE).log().all()).isEmpty();
    isBounded(story);
    for (int i : new int[] {1, 1_000, 2_999}) {
      assertThat(story.viewed(Story.key(contact("c" + i)))).containsExactly("after" + i);
    }
  }

  private static void sellTo(int customers, Story story) {
    for (int i = 1; i <= customers; i++) {
      story.says(Told.of(TILL, contact("c" + i)).receipt("r" + i, minute(i), "r" + i));
      story.says(Told.of(TILL).viewed("v" + i, minute(i).plusSeconds(1), "after" + i));
      if (i % 50 == 0) {
        story.watermarkReaches(minute(i));
      }
    }
    story.watermarkReaches(minute(customers + 1));
    story.keeper(DEVICE).flush();
  }

  private static void isBounded(Story story) {
    InMemoryKeeperStore store = story.store(DEVICE);
    Ties ties = Objects.requireNonNull(store.ties());
    assertThat(store.links().all()).hasSizeLessThanOrEqualTo(LINKS);
    assertThat(store.passed().all()).hasSizeLessThanOrEqualTo(EVENTS);
    assertThat(store.log().all()).hasSizeLessThanOrEqualTo(EVENTS);
    assertThat(store.pending()).isEmpty();
    assertThat(ties.pointers().runs()).hasSizeLessThanOrEqualTo(LINKS);
    assertThat(ties.letGo().runs()).hasSizeLessThanOrEqualTo(LINKS);
    assertThat(ties.pointers().recent()).hasSizeLessThanOrEqualTo(LINKS);
    assertThat(ties.refused()).hasSizeLessThanOrEqualTo(32);
    assertThat(ties.takenBack()).isEmpty();
  }

  private static IdentityRules withoutLimits() {
    IdentityRules rules = IdentityRules.DEFAULT;
    return new IdentityRules(
        rules.order(),
        Map.of(),
        rules.leastTrust(),
        rules.retention(),
        rules.blocklist(),
        rules.spelling());
  }
}
