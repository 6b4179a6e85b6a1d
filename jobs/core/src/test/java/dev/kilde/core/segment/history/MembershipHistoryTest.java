package dev.kilde.core.segment.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.Event;
import dev.kilde.core.laws.DrawnPast;
import dev.kilde.core.segment.Cause;
import dev.kilde.core.segment.SegmentChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;

/**
 * The differential test: whatever happens to whomever and is asked of them, the stream tells the
 * same history as somebody who asks everything anew at every millisecond that matters.
 */
class MembershipHistoryTest {

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
  }

  @Property(tries = 2500, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void theStreamTellsTheSameHistory(@ForAll("seeds") long seed) {
    compare(new Story(seed, 1));
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void alsoWhereOtherDefinitionsFollow(@ForAll("seeds") long seed) {
    compare(new Story(seed, 2));
  }

  /** Else the comparison says little. */
  @Example
  void everythingAskedComesTrueAndEndsForEveryReason() {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    Set<String> flips = new HashSet<>();
    for (int seed = 0; seed < 400; seed++) {
      Story story = new Story(seed, 2);
      for (SegmentChange change : story.streamed()) {
        causes.add(change.cause());
        for (Edition edition : story.editions) {
          Asked asked = edition.segments().get(change.segment());
          if (asked != null && change.cause() != Cause.DEFINITION && asked.parts().isEmpty()) {
            String key = asked.text().substring(0, asked.text().indexOf(':'));
            flips.add(key + (change.entered() ? " comes true" : " ends"));
          }
        }
      }
    }
    assertThat(causes).containsExactlyInAnyOrder(Cause.EVENT, Cause.TIME, Cause.DEFINITION);
    for (String key :
        List.of(
            "did",
            "purchased",
            "lastPurchase",
            "engaged",
            "contact",
            "permission",
            "anniversary",
            "cart",
            "segment")) {
      assertThat(flips).contains(key + " comes true", key + " ends");
    }
  }

  private static void compare(Story story) {
    List<SegmentChange> streamed = story.streamed();
    List<Change> changes = new ArrayList<>();
    streamed.forEach(
        change -> changes.add(new Change(change.at(), change.segment(), change.entered())));
    changes.sort(Change.IN_ORDER);
    assertThat(changes).as("%s", story).isEqualTo(story.plain());
    streamed.forEach(change -> assertPlausible(change, story));
  }

  private static void assertPlausible(SegmentChange change, Story story) {
    Instant at = change.at();
    List<String> then = new ArrayList<>();
    for (Event event : story.events) {
      if (event.occurredAt().equals(at)) {
        then.add(event.id().id());
      }
    }
    if (story.isReplacedAt(at)) {
      assertThat(change.cause()).as("%s of %s", change, story).isEqualTo(Cause.DEFINITION);
    } else if (then.isEmpty()) {
      assertThat(change.cause()).as("%s of %s", change, story).isEqualTo(Cause.TIME);
    } else {
      assertThat(change.cause()).as("%s of %s", change, story).isIn(Cause.EVENT, Cause.TIME);
    }
    if (change.cause() == Cause.EVENT) {
      assertThat(then).as("%s of %s", change, story).containsAll(change.evidence());
    }
    if (change.cause() != Cause.DEFINITION && story.isKnownBefore(at)) {
      assertThat(change.evidence()).as("of %s of %s", change, story).isNotEmpty();
    }
  }

  /** Somebody's life, and what is asked of it. */
  private static final class Story {
    private final SplittableRandom random;
    private final List<Event> events;
    private final List<Edition> editions = new ArrayList<>();

    Story(long seed, int numberOfEditions) {
      random = new SplittableRandom(seed);
      events = DrawnPast.events(random);
      editions.add(DrawnEdition.draw(random, Instant.EPOCH));
      if (numberOfEditions == 2) {
        editions.add(DrawnEdition.draw(random, DrawnPast.instant(random)));
      }
    }

    List<SegmentChange> streamed() {
      return events.isEmpty()
          ? List.of()
          : Streamed.changes(events, editions, new PlainHistory(events, editions).end(), random);
    }

    List<Change> plain() {
      return events.isEmpty() ? List.of() : new PlainHistory(events, editions).changes();
    }

    boolean isReplacedAt(Instant at) {
      return editions.size() == 2 && editions.get(1).from().equals(at) && isKnownBefore(at);
    }

    /** Who is heard of for the first time enters what is true of whoever did nothing. */
    boolean isKnownBefore(Instant at) {
      return events.stream().anyMatch(event -> event.occurredAt().isBefore(at));
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      for (Edition edition : editions) {
        text.append("from ").append(edition.from()).append(" in ").append(edition.zone());
        edition
            .segments()
            .forEach(
                (id, asked) -> text.append("\n  ").append(id).append(": ").append(asked.text()));
        text.append('\n');
      }
      events.stream()
          .sorted((a, b) -> a.occurredAt().compareTo(b.occurredAt()))
          .forEach(event -> text.append(event.occurredAt()).append(' ').append(event).append('\n'));
      return text.toString();
    }
  }
}
