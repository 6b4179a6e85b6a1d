package dev.kilde.core.score.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.junit.jupiter.api.Test;

class DecayingSumTest {

  private static final long WEEK = Duration.ofDays(7).toMillis();
  private static final long SOME_DAY = 1_709_251_200_123L;

  private record Addition(double points, long at) {}

  /** Additions up to {@code until}. */
  private record Drawn(long halfLife, List<Addition> additions, long until, Random random) {

    DecayingSum sum() {
      DecayingSum sum = new DecayingSum(halfLife, until);
      for (Addition each : additions) {
        if (sum.reaches(each.at)) {
          sum.add(each.at, DecayingSum.weight(each.points, each.at, halfLife));
        }
      }
      return sum;
    }
  }

  @Provide
  Arbitrary<Drawn> drawn() {
    return Arbitraries.longs()
        .withDistribution(RandomDistribution.uniform())
        .map(seed -> draw(new Random(seed)));
  }

  private static Drawn draw(Random random) {
    long[] halfLives = {1, 2, 3, 1000, 86_400_000, WEEK, 315_360_000_000L};
    long halfLife = halfLives[random.nextInt(halfLives.length)];
    double[] points = {0.000001, 0.1, 1, 2, 5, 5, 15, 10_000, 1e6};
    List<Addition> additions = new ArrayList<>();
    long until = random.nextInt(10) == 0 ? -5 : SOME_DAY;
    for (int i = random.nextInt(60); i > 0; i--) {
      long age = (long) (random.nextDouble() * random.nextInt(60) * halfLife);
      additions.add(new Addition(points[random.nextInt(points.length)], until - age));
    }
    return new Drawn(halfLife, additions, until, random);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void theOrderOfAdditionDoesNotMatter(@ForAll("drawn") Drawn drawn) {
    List<Addition> shuffled = new ArrayList<>(drawn.additions);
    Collections.shuffle(shuffled, drawn.random);
    DecayingSum other = new Drawn(drawn.halfLife, shuffled, drawn.until, drawn.random).sum();

    for (long now : instants(drawn)) {
      assertThat(other.worth(now)).isEqualTo(drawn.sum().worth(now));
    }
  }

  /** Built later, of what still reaches that far, it says the same as built early. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void whenItWasBuiltDoesNotMatter(@ForAll("drawn") Drawn drawn) {
    DecayingSum early = drawn.sum();
    for (long now : instants(drawn)) {
      DecayingSum late = new Drawn(drawn.halfLife, drawn.additions, now, drawn.random).sum();

      assertThat(late.worth(now)).isEqualTo(early.worth(now));
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void itNeverRisesNotEvenWhereAnEpochEnds(@ForAll("drawn") Drawn drawn) {
    DecayingSum sum = drawn.sum();
    BigDecimal before = null;
    for (long now : instants(drawn)) {
      BigDecimal worth = sum.worth(now);

      assertThat(worth).isNotNegative();
      if (before != null) {
        assertThat(worth).as("at %d", now).isLessThanOrEqualTo(before);
      }
      before = worth;
    }
    assertThat(sum.worth(sum.end())).isZero();
  }

  /** A few points each: no rounding a marketer would ever see. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void itIsWhatFloatingPointSays(@ForAll("drawn") Drawn drawn) {
    List<Addition> few = drawn.additions.stream().filter(each -> each.points < 100).toList();
    DecayingSum sum = new Drawn(drawn.halfLife, few, drawn.until, drawn.random).sum();
    for (long now : instants(drawn)) {
      double expected = 0;
      for (Addition each : few) {
        expected += each.points * Math.pow(0.5, (now - each.at) / (double) drawn.halfLife);
      }

      assertThat(sum.worth(now).doubleValue()).isCloseTo(expected, within(1e-9));
    }
  }

  /** From the last addition on, a millisecond around every border of an epoch and much between. */
  private static long[] instants(Drawn drawn) {
    long first = Math.floorDiv(drawn.until, drawn.halfLife) + 1;
    LongStream borders =
        LongStream.range(first, first + 52)
            .flatMap(epoch -> LongStream.rangeClosed(-1, 1).map(by -> epoch * drawn.halfLife + by));
    long reach = 52 * drawn.halfLife;
    LongStream between =
        LongStream.range(0, 100)
            .map(i -> drawn.until + (long) (drawn.random.nextDouble() * reach))
            .flatMap(at -> LongStream.of(at, at + 1));
    return LongStream.concat(borders, between)
        .filter(at -> at >= drawn.until)
        .sorted()
        .distinct()
        .toArray();
  }

  @Test
  void pointsShowInFullWhenEarnedAndAsHalfAHalfLifeLater() {
    for (long at = SOME_DAY; at < SOME_DAY + WEEK; at += 7_654_321) {
      DecayingSum sum = new DecayingSum(WEEK, at);
      for (int i = 0; i < 1000; i++) {
        sum.add(at, DecayingSum.weight(5, at, WEEK));
      }

      assertThat(sum.worth(at)).isEqualTo("5000.0000000000");
      assertThat(sum.worth(at + WEEK)).isEqualTo("2500.0000000000");
      assertThat(sum.worth(at + 3 * WEEK)).isEqualTo("625.0000000000");
    }
  }

  @Test
  void anAbsurdNumberOfPointsSaturatesAndStillFalls() {
    DecayingSum sum = new DecayingSum(WEEK, SOME_DAY);
    for (int i = 0; i < 1000; i++) {
      sum.add(SOME_DAY, DecayingSum.weight(1e15, SOME_DAY, WEEK));
      sum.add(SOME_DAY - WEEK, DecayingSum.weight(1e15, SOME_DAY - WEEK, WEEK));
    }

    BigDecimal before = sum.worth(SOME_DAY);
    assertThat(before).isGreaterThanOrEqualTo(BigDecimal.valueOf(65_536));
    assertThat(sum.worth(SOME_DAY + WEEK))
        .isLessThanOrEqualTo(before.divide(BigDecimal.valueOf(2)));
  }
}
