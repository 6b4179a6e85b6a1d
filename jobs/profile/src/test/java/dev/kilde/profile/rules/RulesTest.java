package dev.kilde.profile.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.segment.Rulebook;
import dev.kilde.core.segment.Ruleset;
import dev.kilde.core.segment.Segment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RulesTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");

  private final InMemoryRules published = new InMemoryRules();
  private final Rules rules = new Rules(base(segment("", "base", 1, Instant.EPOCH)), published);
  private final Rulebook shop = rules.of("shop");

  @Test
  void theBaseHoldsFromTheBeginningOfEverybody() {
    assertThat(ids(shop.at(Instant.EPOCH))).containsExactly("base");
    assertThat(ids(rules.of("elsewhere").at(T))).containsExactly("base");
    assertThat(shop.after(shop.at(T).revision(), T)).isNull();
  }

  @Test
  void whatIsPublishedHoldsFromItsInstantOn() {
    rules.take(segment("shop", "a", 1, T), T.minusSeconds(60));

    assertThat(ids(shop.at(T.minusMillis(1)))).containsExactly("base");
    assertThat(ids(shop.at(T))).containsExactly("a", "base");
    assertThat(ids(rules.of("elsewhere").at(T))).containsExactly("base");
    assertThat(
            Objects.requireNonNull(shop.after(shop.at(Instant.EPOCH).revision(), Instant.EPOCH))
                .effectiveAt())
        .isEqualTo(T);
  }

  @Test
  void whatComesAfterItsInstantHoldsFromTheWatermarkOn() {
    rules.take(segment("shop", "a", 1, T), T.plusSeconds(60));

    assertThat(ids(shop.at(T.plusSeconds(59)))).containsExactly("base");
    assertThat(ids(shop.at(T.plusSeconds(60)))).containsExactly("a", "base");
  }

  @Test
  void rulesetsFollowEachOther() {
    rules.take(segment("shop", "a", 1, T), T);
    rules.take(segment("shop", "b", 1, T.plusSeconds(1)), T);

    Ruleset first = next(shop.at(Instant.EPOCH).revision(), T.minusSeconds(1));
    assertThat(ids(first)).containsExactly("a", "base");
    Ruleset second = next(first.revision(), T);
    assertThat(ids(second)).containsExactly("a", "b", "base");
    assertThat(shop.after(second.revision(), T.plusSeconds(1))).isNull();
  }

  /** Not of the newest, which may lie ahead. */
  @Test
  void whoWasJudgedByWhatIsNoLongerKnownIsJudgedByWhatIsInEffect() {
    rules.take(segment("shop", "a", 1, T), T);
    rules.take(segment("shop", "b", 1, T.plusSeconds(60)), T);

    assertThat(ids(next(4711, T.plusSeconds(5)))).containsExactly("a", "base");
    assertThat(ids(next(4711, T.plusSeconds(90)))).containsExactly("a", "b", "base");
  }

  /** Published ahead with its end: the same rules before and after. */
  @Test
  void aSeasonIsNotSkippedThoughItEndsWhereItBegan() {
    rules.take(segment("shop", "xmas", 1, T.plusSeconds(60)), T);
    rules.take(new RuleUpdate("shop", RuleUpdate.SEGMENT, "xmas", 2, T.plusSeconds(90), null), T);

    long usual = shop.at(T).revision();
    assertThat(shop.at(T.plusSeconds(90)).revision()).isEqualTo(usual);
    Ruleset season = next(usual, T.plusSeconds(5));
    assertThat(ids(season)).containsExactly("base", "xmas");
    assertThat(next(season.revision(), T.plusSeconds(60)).effectiveAt())
        .isEqualTo(T.plusSeconds(90));
    assertThat(shop.after(usual, T.plusSeconds(90))).isNull();
  }

  @Test
  void theGreaterVersionCountsAndOneThatIsDeletedIsNoMore() {
    assertThat(rules.take(segment("shop", "a", 2, T), T)).isTrue();
    assertThat(rules.take(segment("shop", "a", 2, T), T)).isFalse();
    assertThat(rules.take(segment("shop", "a", 1, T), T)).isFalse();
    rules.take(deleted("base", 2), T);

    assertThat(ids(shop.at(T))).containsExactly("a");
  }

  @Test
  void whatWasReplacedIsForgottenOnceEverybodyIsJudged() {
    rules.take(segment("shop", "a", 1, T), T);
    rules.take(segment("shop", "a", 2, T.plusSeconds(1)), T);
    rules.take(segment("shop", "a", 3, T.plusSeconds(9)), T);
    Ruleset now = shop.at(T.plusSeconds(5));

    rules.forgetBefore(T.plusSeconds(5));

    assertThat(published.of("shop")).extracting(RuleUpdate::version).containsExactly(2L, 3L);
    assertThat(shop.at(T.plusSeconds(5)).revision()).isEqualTo(now.revision());
    assertThat(shop.after(now.revision(), T.plusSeconds(5))).isNotNull();
  }

  @Test
  void anotherBaseHoldsFromWhereTimeGoesOn() {
    rules.take(segment("shop", "a", 1, T), T);
    Rules again = new Rules(base(segment("", "other", 1, Instant.EPOCH)), published);
    Rulebook book = again.of("shop");

    assertThat(again.begin(T.plusSeconds(60))).isTrue();
    assertThat(again.begin(T.plusSeconds(61))).isFalse();

    Ruleset newest = Objects.requireNonNull(book.after(shop.at(T).revision(), T));
    assertThat(newest.effectiveAt()).isEqualTo(T.plusSeconds(60));
    assertThat(ids(newest)).containsExactly("a", "other");
    Rules afterFailure = new Rules(base(segment("", "other", 1, Instant.EPOCH)), published);
    assertThat(afterFailure.of("shop").at(T.plusSeconds(90)).effectiveAt())
        .isEqualTo(T.plusSeconds(60));
    assertThat(new Rules(base(segment("", "other", 1, Instant.EPOCH)), published).begin(T))
        .isFalse();
  }

  @Test
  void aRevisionIsTheSameWhereverItIsMade() {
    Rules elsewhere = new Rules(base(segment("", "base", 1, Instant.EPOCH)), new InMemoryRules());

    assertThat(elsewhere.of("shop").at(T).revision()).isEqualTo(shop.at(T).revision()).isNotZero();
  }

  private Ruleset next(long revision, Instant judgedAt) {
    return Objects.requireNonNull(shop.after(revision, judgedAt));
  }

  private static BaseRules base(RuleUpdate... updates) {
    return new BaseRules(ZoneId.of("Europe/Copenhagen"), Map.of(), List.of(updates));
  }

  private static RuleUpdate segment(String tenant, String id, int version, Instant from) {
    String yaml =
        "segment: " + id + "\nversion: " + version + "\nwhere: { purchased: { within: 60d } }\n";
    return new RuleUpdate(tenant, RuleUpdate.SEGMENT, id, version, from, yaml);
  }

  private static RuleUpdate deleted(String id, int version) {
    return new RuleUpdate("shop", RuleUpdate.SEGMENT, id, version, T, null);
  }

  private static List<String> ids(Ruleset ruleset) {
    return ruleset.segments().inOrder().stream().map(Segment::id).sorted().toList();
  }
}
