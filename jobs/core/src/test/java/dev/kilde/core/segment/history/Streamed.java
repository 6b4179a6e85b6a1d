package dev.kilde.core.segment.history;

import dev.kilde.core.Told;
import dev.kilde.core.Written;
import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.keeper.Effect;
import dev.kilde.core.keeper.InMemoryKeeperStore;
import dev.kilde.core.keeper.Keeper;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.person.DocumentTiming;
import dev.kilde.core.person.EventCap;
import dev.kilde.core.person.Outcome;
import dev.kilde.core.person.Person;
import dev.kilde.core.score.Terms;
import dev.kilde.core.segment.Rulebook;
import dev.kilde.core.segment.Ruleset;
import dev.kilde.core.segment.Segment;
import dev.kilde.core.segment.SegmentChange;
import dev.kilde.core.segment.SegmentSet;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The same history as a keeper tells it: events in any order but in time, the watermark in steps of
 * any length, the keeper put away and read again in between, a new edition told of at any time
 * before it holds.
 */
final class Streamed {

  private static final Identifier ADA = Identifier.of(IdentifierKind.CONTACT_ID, "ada");

  private final InMemoryKeeperStore store = new InMemoryKeeperStore();
  private final List<SegmentChange> changes = new ArrayList<>();
  private final SplittableRandom random;
  private final List<Ruleset> rulesets = new ArrayList<>();
  private int published = 1;
  private Keeper keeper;

  private Streamed(List<Edition> editions, SplittableRandom random) {
    this.random = random;
    for (Edition edition : editions) {
      rulesets.add(ruleset(edition, rulesets.size() + 1L));
    }
    keeper = keeper();
  }

  static List<SegmentChange> changes(
      List<Event> events, List<Edition> editions, Instant end, SplittableRandom random) {
    Streamed streamed = new Streamed(editions, random);
    streamed.play(events, end);
    return streamed.changes;
  }

  private void play(List<Event> events, Instant end) {
    List<Event> toCome = new ArrayList<>(events);
    Collections.shuffle(toCome, new Random(random.nextLong()));
    Instant watermark = Told.START.minus(Duration.ofDays(1));
    while (watermark.isBefore(end)) {
      Instant next = min(watermark.plusMillis(step()), end);
      publish(next);
      boolean early = random.nextBoolean();
      for (Iterator<Event> left = toCome.iterator(); left.hasNext(); ) {
        Event event = left.next();
        if (!event.occurredAt().isAfter(next) || (early && random.nextInt(4) == 0)) {
          keeper.receive(
              new Message.Moved(dev.kilde.core.person.Change.Put.of(event, event.occurredAt())),
              watermark,
              this::tell);
          left.remove();
        }
      }
      watermark = next;
      keeper.advance(watermark, this::tell);
      if (random.nextInt(4) == 0) {
        keeper.flush();
        keeper = random.nextBoolean() ? keeper() : keeper;
      }
    }
  }

  /** From a millisecond to weeks. */
  private long step() {
    return switch (random.nextInt(4)) {
      case 0 -> 1 + random.nextLong(2);
      case 1 -> Duration.ofHours(6).toMillis() + random.nextInt(3) - 1;
      case 2 -> random.nextLong(Duration.ofDays(3).toMillis());
      default -> random.nextLong(Duration.ofDays(20).toMillis());
    };
  }

  /** Before its instant at the latest. */
  private void publish(Instant next) {
    boolean due =
        published < rulesets.size() && !rulesets.get(published).effectiveAt().isAfter(next);
    if (due || random.nextInt(4) == 0) {
      published = rulesets.size();
    }
  }

  private void tell(Effect effect) {
    if (effect instanceof Effect.Told told && told.outcome() instanceof Outcome.Sorted sorted) {
      changes.add(sorted.change());
    }
  }

  private Keeper keeper() {
    return new Keeper(
        "shop",
        IdentifierKey.of("shop", ADA),
        store,
        new Keeper.Rules(
            IdentityRules.DEFAULT,
            new Person.Rules(
                Retention.FOREVER,
                EventCap.DEFAULT,
                DocumentTiming.Coalesced.DEFAULT,
                tenant -> new Published()),
            10_000));
  }

  private Ruleset ruleset(Edition edition, long revision) {
    List<Segment> segments = new ArrayList<>();
    for (Map.Entry<String, Asked> each : edition.segments().entrySet()) {
      String where = each.getValue().text();
      segments.add(
          new Segment(each.getKey(), (int) revision, each.getKey(), Written.condition(where), null)
              .withContent(where));
    }
    Collections.shuffle(segments, new Random(random.nextLong()));
    SegmentSet.Result result = SegmentSet.of(segments);
    if (!result.faults().isEmpty()) {
      throw new AssertionError(result.faults().toString());
    }
    return new Ruleset(result.set(), terms(edition.zone()), revision, edition.from());
  }

  private static Terms terms(ZoneId zone) {
    Terms built = Terms.DEFAULT;
    return new Terms(
        zone,
        built.rates(),
        built.leadScoring(),
        built.rfmPlan(),
        built.mailRatingPlan(),
        built.population());
  }

  private static Instant min(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private final class Published implements Rulebook {
    @Override
    public Ruleset at(Instant now) {
      Ruleset newest = rulesets.get(0);
      for (Ruleset each : rulesets.subList(0, published)) {
        newest = each.effectiveAt().isAfter(now) ? newest : each;
      }
      return newest;
    }

    @Override
    public @Nullable Ruleset after(long revision, Instant judgedAt) {
      return revision < published ? rulesets.get((int) revision) : null;
    }
  }
}
