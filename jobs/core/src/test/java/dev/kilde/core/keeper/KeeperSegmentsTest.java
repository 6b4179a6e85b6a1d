package dev.kilde.core.keeper;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.Told.line;
import static dev.kilde.core.Told.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.Written;
import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.person.Change;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who enters which segment and leaves it, at which instant, and why. */
class KeeperSegmentsTest {

  private static final Identifier ADA = Identifier.of(IdentifierKind.EMAIL, "ada@example.com");
  private static final String TENT_SEEN_LATELY =
      "did: { event: product_viewed, product: tent, within: 7d }";
  private static final String QUIET = "lastPurchase: { olderThan: 60d }";

  private final Told ada = Told.of(ADA);
  private final InMemoryKeeperStore store = new InMemoryKeeperStore();
  private final Rulesets rulebook = new Rulesets();
  private final List<String> told = new ArrayList<>();
  private Keeper keeper = keeper();

  @Test
  void anEventBringsInAndTimeTakesOutAtTheExactInstant() {
    rulebook.hold(Instant.EPOCH, segment("tents", 1, TENT_SEEN_LATELY));

    on(ada.viewed("v", minute(5), "tent"));
    keeper.advance(day(30), this::tell);

    assertThat(told)
        .containsExactly(
            "tents entered by EVENT [v] at " + minute(5),
            "tents left by TIME [no longer: product viewed product tent within 7d] at "
                + minute(5).plus(Duration.ofDays(7)));
  }

  @Test
  void whatHappensAgainKeepsThemIn() {
    rulebook.hold(Instant.EPOCH, segment("tents", 1, TENT_SEEN_LATELY));

    on(ada.viewed("v1", day(0), "tent"));
    on(ada.viewed("v2", day(6), "tent"));
    keeper.advance(day(30), this::tell);

    assertThat(told).hasSize(2);
    assertThat(told.get(1)).endsWith("at " + day(13));
  }

  @Test
  void timeAloneBringsInAndAPurchaseTakesOut() {
    rulebook.hold(Instant.EPOCH, segment("quiet", 1, QUIET));

    on(ada.order("o1", minute(7), "1", OrderStatus.PAID, line("tent", "1", "900")));
    keeper.advance(day(70), this::tell);
    on(ada.order("o2", day(71), "2", OrderStatus.PAID, line("lamp", "1", "90")));
    keeper.advance(day(72), this::tell);

    assertThat(told)
        .hasSize(2)
        .satisfiesExactly(
            entered ->
                assertThat(entered)
                    .startsWith("quiet entered by TIME")
                    .endsWith("at " + minute(7).plus(Duration.ofDays(60))),
            left -> assertThat(left).isEqualTo("quiet left by EVENT [o2] at " + day(71)));
  }

  /** The judge has spoken when it arrives: told now, as a correction. */
  @Test
  void aLateEventCorrects() {
    rulebook.hold(Instant.EPOCH, segment("quiet", 1, QUIET));
    on(ada.order("o1", minute(7), "1", OrderStatus.PAID, line("tent", "1", "900")));
    keeper.advance(day(70), this::tell);
    told.clear();

    arrives(ada.order("o2", day(65), "2", OrderStatus.PAID, line("lamp", "1", "90")), day(70));

    assertThat(told).containsExactly("quiet left by CORRECTION [o2] at " + day(70));
  }

  @Test
  void aReturnReopensWhatThePurchaseClosed() {
    rulebook.hold(
        Instant.EPOCH, segment("small", 1, "not: { purchased: { total: { atLeast: 500 } } }"));
    on(ada.order("o1", minute(7), "1", OrderStatus.PAID, line("tent", "2", "900")));
    keeper.advance(day(1), this::tell);
    on(ada.viewed("v", day(2), "x"));
    on(
        ada.order(
            "o1b",
            day(3),
            day(3),
            minute(7),
            "1",
            OrderStatus.PARTIALLY_RETURNED,
            line("tent", "2", "900", "1")));
    keeper.advance(day(4), this::tell);

    assertThat(told).containsExactly("small entered by EVENT [o1b] at " + day(3));
  }

  @Test
  void whoRefersToASegmentFollowsItAtTheSameInstantForTheSameReason() {
    rulebook.hold(
        Instant.EPOCH,
        segment("tents", 1, TENT_SEEN_LATELY),
        segment("cold", 1, "not: { segment: tents }"));

    on(ada.viewed("v", minute(5), "tent"));
    keeper.advance(day(30), this::tell);

    Instant end = minute(5).plus(Duration.ofDays(7));
    assertThat(told)
        .hasSize(3)
        .satisfiesExactly(
            entered -> assertThat(entered).isEqualTo("tents entered by EVENT [v] at " + minute(5)),
            left -> assertThat(left).startsWith("tents left by TIME").endsWith("at " + end),
            follows ->
                assertThat(follows).startsWith("cold entered by TIME").endsWith("at " + end));
  }

  /** And not time: they are there because of what is known of them now. */
  @Test
  void whateverSomebodyNewDidIsWhyTheyAreWhereWhoeverDidNothingIs() {
    rulebook.hold(Instant.EPOCH, segment("never", 1, "purchased: { atMost: 0 }"));

    on(ada.viewed("v", minute(5), "tent"));
    keeper.advance(minute(6), this::tell);

    assertThat(told).containsExactly("never entered by EVENT [v] at " + minute(5));
  }

  @Test
  void whoBecomesKnownLateIsACorrection() {
    rulebook.hold(Instant.EPOCH, segment("never", 1, "purchased: { atMost: 0 }"));

    arrives(ada.viewed("v", minute(5), "tent"), day(1));

    assertThat(told).containsExactly("never entered by CORRECTION [v] at " + day(1));
  }

  /** Out of "cold" from the start, so in what "cold" is left out of. */
  @Test
  void whoIsHeardOfForTheFirstTimeIsInWhatLeavesOutASegmentTheyAreNotIn() {
    rulebook.hold(
        Instant.EPOCH,
        segment("cold", 1, "not: { did: { event: product_viewed, within: 7d } }"),
        segment("warm", 1, "not: { segment: cold }"));

    on(ada.viewed("v", minute(5), "tent"));
    keeper.advance(minute(6), this::tell);

    assertThat(told).hasSize(1);
    assertThat(told.get(0)).isEqualTo("warm entered by EVENT [v] at " + minute(5));
  }

  @Test
  void newRulesAreJudgedByAtTheirInstantWheneverThePersonIsLookedAt() {
    rulebook.hold(Instant.EPOCH, segment("tents", 1, TENT_SEEN_LATELY));
    on(ada.viewed("v", minute(5), "tent"));
    on(ada.viewed("w", minute(6), "lamp"));
    keeper.advance(minute(10), this::tell);
    rulebook.hold(minute(20), segment("lamps", 1, "did: { event: product_viewed, product: lamp }"));
    told.clear();

    keeper.advance(day(1), this::tell);
    on(ada.viewed("x", day(1).plusSeconds(1), "lamp"));
    keeper.advance(day(2), this::tell);

    assertThat(told)
        .containsExactly(
            "tents left by DEFINITION [] at " + minute(20),
            "lamps entered by DEFINITION [] at " + minute(20));
  }

  @Test
  void whatIsKeptIsJudgedOnAfterARestart() {
    rulebook.hold(Instant.EPOCH, segment("tents", 1, TENT_SEEN_LATELY));
    on(ada.viewed("v", minute(5), "tent"));
    keeper.advance(minute(6), this::tell);
    keeper.flush();
    keeper = keeper();
    told.clear();

    keeper.advance(day(30), this::tell);

    assertThat(told).hasSize(1);
    assertThat(told.get(0)).startsWith("tents left by TIME");
  }

  @Test
  void ofWhomNothingIsLeftIsInNoSegment() {
    rulebook.hold(Instant.EPOCH, segment("anybody", 1, "did: { event: product_viewed }"));
    on(ada.viewed("v", minute(5), "tent"));
    keeper.advance(minute(6), this::tell);
    told.clear();

    Event view = ada.viewed("v", minute(5), "tent");
    keeper.receive(
        new Message.Moved(new Change.Drop(null, view.id(), minute(8))), minute(6), this::tell);
    keeper.advance(day(1), this::tell);

    assertThat(told).containsExactly("anybody left by MERGE [] at " + minute(8));
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
                tenant -> rulebook),
            10_000));
  }

  private void on(Event event) {
    arrives(event, event.occurredAt().minusMillis(1));
  }

  private void arrives(Event event, Instant watermark) {
    keeper.advance(watermark, this::tell);
    keeper.receive(
        new Message.Moved(Change.Put.of(event, event.occurredAt())), watermark, this::tell);
  }

  private void tell(Effect effect) {
    if (effect instanceof Effect.Told outcome
        && outcome.outcome() instanceof Outcome.Sorted sorted) {
      SegmentChange change = sorted.change();
      told.add(
          change.segment()
              + (change.entered() ? " entered by " : " left by ")
              + change.cause()
              + " "
              + change.evidence()
              + " at "
              + change.at());
    }
  }

  private static Segment segment(String id, int version, String where) {
    return new Segment(id, version, id, Written.condition(where), null).withContent(where);
  }

  /** Grows as a test goes on. */
  private static final class Rulesets implements Rulebook {
    private final List<Ruleset> all = new ArrayList<>();

    void hold(Instant from, Segment... segments) {
      all.add(
          new Ruleset(
              SegmentSet.of(Arrays.asList(segments)).set(), Terms.DEFAULT, all.size() + 1, from));
    }

    @Override
    public Ruleset at(Instant now) {
      Ruleset newest = all.get(0);
      for (Ruleset each : all) {
        newest = each.effectiveAt().isAfter(now) ? newest : each;
      }
      return newest;
    }

    @Override
    public @Nullable Ruleset after(long revision, Instant judgedAt) {
      return revision < all.size() ? all.get((int) revision) : null;
    }
  }
}
