package dev.kilde.core.keeper;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.Told.minute;
import static dev.kilde.core.keeper.Cast.ADA;
import static dev.kilde.core.keeper.Cast.BO;
import static dev.kilde.core.keeper.Cast.COOKIE;
import static dev.kilde.core.keeper.Cast.DEVICE;
import static dev.kilde.core.keeper.Cast.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device that changes hands does not read all it ever passed on, unless something moves. */
class KeeperScansTest {

  private final Told somebody = Told.of(COOKIE);
  private final Story story = new Story();

  @BeforeEach
  void aDeviceWithHistory() {
    story.says(signIn("first", "ada", minute(0)));
    for (int i = 1; i < 100; i++) {
      story.says(somebody.viewed("v" + i, minute(i), "" + i));
    }
    story.watermarkReaches(minute(100));
  }

  @Test
  void aLinkLaterThanEverythingReadsNothing() {
    int before = story.store(DEVICE).scans();
    for (int i = 100; i < 150; i++) {
      story.says(signIn("s" + i, i % 2 == 0 ? "bo" : "ada", minute(i)));
      story.watermarkReaches(minute(i));
    }

    assertThat(story.store(DEVICE).scans()).isEqualTo(before);
  }

  @Test
  void whatOccurredSinceALateLinkMovesAllTheSame() {
    story.says(signIn("late", "bo", minute(99)));

    assertThat(story.viewed(BO)).containsExactly("99", "late");
    assertThat(story.viewed(ADA)).startsWith("98", "97");
  }

  @Test
  void whatBecomesSomebodysExpiresInItsTime() {
    Story other = new Story();
    other.says(somebody.viewed("v", minute(1), "tent"));
    other.says(signIn("s", "ada", day(1)));
    other.watermarkReaches(day(3).minusMillis(1));
    other.keeper(DEVICE).flush();
    assertThat(other.store(DEVICE).passed().all()).hasSize(1);

    other.watermarkReaches(day(3));
    other.keeper(DEVICE).flush();
    assertThat(other.store(DEVICE).passed().all()).isEmpty();
  }
}
