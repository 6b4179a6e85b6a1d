package dev.kilde.core.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Catalogue;
import dev.kilde.core.score.Judgement;
import dev.kilde.core.segment.Condition;
import dev.kilde.core.segment.Reads;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The second law: every judgement keeps its word. All that stands in the catalogue is tried, with
 * arguments drawn from its shape: what is added there is tried without a word here.
 */
class JudgementsKeepTheirWordTest {

  /** How many verdicts in a row. */
  private static final int VERDICTS = 4;

  /** Longer than anything drawn looks back or ahead. */
  private static final Duration YEARS = Duration.ofDays(4 * 366);

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void everyConditionHoldsAsLongAsItSaysAndALeafFlipsExactlyThen(@ForAll("seeds") long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    DrawnPerson person = new DrawnPerson(random);
    Instant now = now(random);
    for (Kind<Condition> kind : Catalogue.CONDITIONS) {
      Condition condition = new DrawnArguments(random).draw(kind.shape());
      keepsItsWord(
          kind.key() + " " + condition,
          at -> condition.judge(person.at(at), at),
          condition.parts().isEmpty(),
          now,
          random);
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void everyJudgementHoldsAsLongAsItSays(@ForAll("seeds") long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    DrawnPerson person = new DrawnPerson(random);
    Instant now = now(random);
    for (Judgement<?> judgement : Catalogue.JUDGEMENTS) {
      keepsItsWord(judgement.name(), held(judgement, person), false, now, random);
    }
  }

  /** Else an event that changes it would not have it judged again. */
  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void nothingLooksAtWhatItDoesNotSay(@ForAll("seeds") long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    DrawnPerson person = new DrawnPerson(random);
    Instant now = now(random);
    for (Kind<Condition> kind : Catalogue.CONDITIONS) {
      Condition condition = new DrawnArguments(random).draw(kind.shape());
      assertThat(condition.judge(person.at(now, condition.reads()), now))
          .as("%s at %s", condition, now)
          .isEqualTo(condition.judge(person.at(now), now));
    }
    for (Judgement<?> judgement : Catalogue.JUDGEMENTS) {
      Reads reads = new Reads(judgement.reads(), Set.of(), Set.of());
      assertThat(judgement.judge(person.at(now, reads), now))
          .as("%s at %s", judgement.name(), now)
          .isEqualTo(judgement.judge(person.at(now), now));
    }
  }

  /** Else the laws above say little. */
  @Example
  void whatIsDrawnComesTrueAndEnds() {
    Set<String> flips = new HashSet<>();
    Set<String> truths = new HashSet<>();
    for (int seed = 0; seed < 1000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      DrawnPerson person = new DrawnPerson(random);
      Instant now = now(random);
      for (Kind<Condition> kind : Catalogue.CONDITIONS) {
        Condition condition = new DrawnArguments(random).draw(kind.shape());
        Verdict<Boolean> verdict = condition.judge(person.at(now), now);
        truths.add(kind.key() + " is " + verdict.value());
        if (verdict.holdsUntil() != null) {
          flips.add(kind.key() + " is no longer " + verdict.value());
        }
        assertThat(condition.words()).isNotBlank();
        assertThat(condition.actual(person.at(now), now)).isNotBlank();
      }
    }
    for (String key : List.of("did", "purchased", "lastPurchase", "engaged", "anniversary")) {
      assertThat(flips).contains(key + " is no longer true", key + " is no longer false");
    }
    for (String key : List.of("contact", "permission", "reachable", "cart", "segment")) {
      assertThat(truths).contains(key + " is true", key + " is false");
    }
  }

  private static <V> Function<Instant, Verdict<Object>> held(
      Judgement<V> judgement, DrawnPerson person) {
    return at -> judgement.judge(person.at(at), at).map(judgement::held);
  }

  private static Instant now(SplittableRandom random) {
    return DrawnPast.instant(random).plus(Duration.ofDays(random.nextInt(20)));
  }

  /**
   * @param exactly whether another value has to follow at once
   */
  private static <T> void keepsItsWord(
      String what,
      Function<Instant, Verdict<T>> judge,
      boolean exactly,
      Instant from,
      SplittableRandom random) {
    Instant now = from;
    for (int i = 0; i < VERDICTS; i++) {
      Verdict<T> verdict = judge.apply(now);
      Instant until = verdict.holdsUntil();
      for (Instant at : grid(now, until, random)) {
        if (!judge.apply(at).value().equals(verdict.value())) {
          throw new AssertionError(
              what + "\nsaid at " + now + " " + verdict + "\nbut at " + at + " " + judge.apply(at));
        }
      }
      if (until == null) {
        return;
      }
      assertThat(until).as("%s at %s", what, now).isAfter(now);
      if (exactly) {
        assertThat(judge.apply(until).value())
            .as("%s at %s, as said at %s", what, until, now)
            .isNotEqualTo(verdict.value());
      }
      now = until;
    }
  }

  /**
   * Instants from one on, before the other: the last millisecond, some near and far, and those at
   * which things happen.
   *
   * @param to null: years
   */
  private static List<Instant> grid(Instant from, @Nullable Instant to, SplittableRandom random) {
    Instant end = to == null ? from.plus(YEARS) : to;
    long length = Duration.between(from, end).toMillis();
    List<Instant> grid = new ArrayList<>();
    grid.add(end.minusMillis(1));
    for (long span = length; span > 1; span /= 20) {
      grid.add(from.plusMillis(random.nextLong(span)));
    }
    for (int i = 0; i < 6; i++) {
      grid.add(DrawnPast.instant(random).plus(Duration.ofDays(random.nextInt(30))));
    }
    grid.removeIf(at -> at.isBefore(from) || !at.isBefore(end));
    return grid;
  }
}
