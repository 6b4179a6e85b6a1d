package dev.kilde.core.score.rfm;

import static dev.kilde.core.score.rfm.Customer.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.core.Told;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationTest {

  private static final int CHANGES = 100_000;
  private static final int PEOPLE = 6_000;
  private static final Instant MIDNIGHT = Instant.parse("2026-03-01T23:00:00Z");

  /** Everybody bought at another minute of a day: quarters of an hour must not blur whole days. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void breakPointsAfterManyChangesAreThoseComputedFromScratch(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Population shard = new Population();
    Population other = new Population();
    @Nullable Buyer[] people = new Buyer[PEOPLE];
    for (int change = 1; change <= CHANGES; change++) {
      int person = random.nextInt(PEOPLE);
      Population own = person % 2 == 0 ? shard : other;
      Buyer before = people[person];
      if (before != null) {
        own.remove(before);
      }
      Buyer now = random.nextInt(10) == 0 ? null : buyer(random);
      people[person] = now;
      if (now != null) {
        own.add(now);
      }
      if (change % 25_000 == 0) {
        Population all = new Population();
        all.merge(shard);
        all.merge(other);
        assertClose(
            all.breakPoints(MIDNIGHT),
            Population.exact(Arrays.stream(people).filter(Objects::nonNull).toList(), MIDNIGHT));
      }
    }
    for (int person = 0; person < PEOPLE; person++) {
      Buyer before = people[person];
      if (before != null) {
        (person % 2 == 0 ? shard : other).remove(before);
      }
    }
    assertThat(shard.isEmpty()).isTrue();
    assertThat(other.isEmpty()).isTrue();
  }

  private static void assertClose(BreakPoints kept, BreakPoints exact) {
    assertThat(kept.recencyDays()).isEqualTo(exact.recencyDays());
    assertThat(kept.frequency()).isEqualTo(exact.frequency());
    for (int i = 0; i < 4; i++) {
      BigDecimal right = exact.monetary().get(i);
      assertThat(kept.monetary().get(i).subtract(right).abs())
          .isLessThanOrEqualTo(right.multiply(new BigDecimal("0.01")));
    }
  }

  private static Buyer buyer(SplittableRandom random) {
    long ago = Math.min(random.nextLong(63_072_000_000L), random.nextLong(63_072_000_000L));
    long whole = random.nextInt(3) == 0 ? ago / 900_000 * 900_000 : ago;
    double amount = Math.exp(random.nextDouble(-3, 12));
    return new Buyer(
        MIDNIGHT.minusMillis(whole),
        1 + Math.min(random.nextInt(30), random.nextInt(30)),
        BigDecimal.valueOf(1 + (long) (amount * 100), 2));
  }

  /** One that bought so long before midnight. */
  @ParameterizedTest
  @CsvSource({
    "PT0S, 0",
    "PT0.001S, 0",
    "PT23H59M59.999999999S, 0",
    "PT24H, 1",
    "PT24H0.000000001S, 1",
    "PT47H45M, 1",
    "PT48H, 2",
    "PT-1H, 0",
  })
  void recencyIsWholeDays(Duration before, int days) {
    Population population = new Population();
    Buyer buyer = new Buyer(MIDNIGHT.minus(before), 3, new BigDecimal("250"));
    population.add(buyer);

    BreakPoints expected = points(four(days), four(3), four(250));
    assertThat(population.breakPoints(MIDNIGHT)).isEqualTo(expected);
    assertThat(Population.exact(List.of(buyer), MIDNIGHT)).isEqualTo(expected);
  }

  @Test
  void whatItTellsOfItselfMakesItAgain() {
    Population population = new Population();
    SplittableRandom random = new SplittableRandom(7);
    List<Buyer> buyers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      buyers.add(buyer(random));
      population.add(buyers.get(i));
    }

    Population again =
        new Population(
            population.lastBuckets(), population.frequencies(), population.monetaryBuckets());

    assertThat(again.breakPoints(MIDNIGHT)).isEqualTo(population.breakPoints(MIDNIGHT));
    buyers.forEach(again::remove);
    assertThat(again.isEmpty()).isTrue();
    assertThat(population.isEmpty()).isFalse();
  }

  @Test
  void changesAddUpToo() {
    Buyer before = new Buyer(Told.day(1), 1, BigDecimal.ONE);
    Buyer after = new Buyer(Told.day(2), 2, BigDecimal.TEN);
    Population changes = new Population();
    changes.remove(before);
    changes.add(after);
    assertThatThrownBy(() -> changes.breakPoints(MIDNIGHT))
        .isInstanceOf(IllegalStateException.class);

    Population population = new Population();
    population.add(before);
    population.merge(changes);

    assertThat(population.frequencies()).containsOnlyKeys(2);
    assertThat(population.breakPoints(Told.day(3))).isEqualTo(points(four(1), four(2), four(10)));
  }

  @Test
  void nobodyHasNoBreakPoints() {
    assertThatThrownBy(() -> new Population().breakPoints(MIDNIGHT)).hasMessageContaining("nobody");
    assertThatThrownBy(() -> Population.exact(List.of(), MIDNIGHT)).hasMessageContaining("nobody");
  }

  private static String four(int number) {
    return (number + " ").repeat(4).trim();
  }
}
