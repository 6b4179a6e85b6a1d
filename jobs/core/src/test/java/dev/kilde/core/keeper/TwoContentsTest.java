package dev.kilde.core.keeper;

import static dev.kilde.core.Told.minute;
import static dev.kilde.core.keeper.Cast.ADA;
import static dev.kilde.core.keeper.Cast.BO;
import static dev.kilde.core.keeper.Cast.COOKIE;
import static dev.kilde.core.keeper.Cast.DEVICE;
import static dev.kilde.core.keeper.Cast.contact;
import static dev.kilde.core.keeper.Cast.id;
import static dev.kilde.core.keeper.Cast.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.Trust;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.Link;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two sightings under one event id at one instant: the better trusted counts, whichever is first.
 */
class TwoContentsTest {

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
  }

  @ParameterizedTest
  @CsvSource({
    "INFERRED, STATED, 0",
    "STATED, INFERRED, 0",
    "INFERRED, STATED, 30",
    "STATED, INFERRED, 30"
  })
  void theBetterTrustedCounts(Trust first, Trust second, int watermark) {
    Story story = new Story();
    story.says(signIn("b", "bo", minute(5)));
    story.says(Told.of(COOKIE).viewed("v", minute(11), "tent"));
    story.watermarkReaches(minute(watermark));
    story.says(Told.of(COOKIE, contact("ada")).as(first).viewed("x", minute(10), "x"));
    story.says(Told.of(COOKIE, contact("ada")).as(second).viewed("x", minute(10), "x"));
    story.watermarkReaches(minute(30));

    assertThat(story.viewed(ADA)).contains("tent");
    assertThat(story.viewed(BO)).doesNotContain("tent");
  }

  /** Same id and instant; target, trust and belief differ: any order, on time or late, is one. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void inWhichOrderTheyComeMakesNoDifference(@ForAll("seeds") long seed) {
    Random random = new Random(seed);
    List<Message> sightings = new ArrayList<>();
    for (int i = 2 + random.nextInt(4); i > 0; i--) {
      IdentifierKey target = random.nextBoolean() ? ADA : BO;
      Trust trust = List.of(Trust.values()).get(random.nextInt(3));
      Link link = new Link(target, minute(10), id("x" + random.nextInt(2)), trust);
      sightings.add(new Message.Linked(link, random.nextInt(3) > 0));
    }
    Story one = played(sightings, random.nextBoolean());
    Collections.shuffle(sightings, random);
    Story other = played(sightings, random.nextBoolean());

    assertThat(one.keeper(DEVICE).pointers().runs())
        .isEqualTo(other.keeper(DEVICE).pointers().runs());
    assertThat(one.keeper(DEVICE).pointers().best())
        .isEqualTo(other.keeper(DEVICE).pointers().best());
  }

  private static Story played(List<Message> sightings, boolean late) {
    Story story = new Story();
    story.says(signIn("b", "bo", minute(5)));
    story.watermarkReaches(minute(late ? 30 : 0));
    sightings.forEach(each -> story.arrives(DEVICE, each));
    story.watermarkReaches(minute(31));
    story.keeper(DEVICE).flush();
    return story;
  }
}
