package dev.kilde.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kilde.core.score.rfm.BreakPoints;
import dev.kilde.core.score.rfm.Buyer;
import dev.kilde.core.score.rfm.Population;
import dev.kilde.schemas.record.Model;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.Test;

/**
 * All stages together against everybody counted anew: random people of two tenants in two zones
 * buy, return and go, over days with a change of the clock, while the job is stopped and started at
 * another parallelism.
 */
class InsightTopologyTest {

  private static final TenantZones ZONES =
      TenantZones.of("Europe/Copenhagen", List.of("ny=America/New_York"));
  private static final List<String> TENANTS = List.of("acme", "ny");
  private static final Instant START = Instant.parse("2026-03-27T12:00:00Z");
  private static final int PEOPLE = 40;
  private static final long HOUR = 3_600_000;

  @Property(tries = 15)
  void everyModelIsThatOfEverybodyAsOfItsMidnight(@ForAll long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    try (Stages stages = new Stages(ZONES, new HashMapStateBackend())) {
      Naive naive = new Naive();
      play(random, 400, stages, naive);
    }
  }

  @Test
  void soItIsOnRocksDb() throws Exception {
    try (Stages stages = new Stages(ZONES, new EmbeddedRocksDBStateBackend())) {
      Naive naive = new Naive();
      play(new SplittableRandom(4), 2_000, stages, naive);
      assertThat(naive.told).as("models there were").isGreaterThan(20);
    }
  }

  /** As after a failure of a profile job that writes at least once, or of a slow one. */
  @Property(tries = 15)
  void whatComesLateOrAgainIsMadeUpForAndNoMidnightIsToldTwice(@ForAll long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    try (Stages stages = new Stages(ZONES, new HashMapStateBackend())) {
      Map<String, BuyerNews> latest = new HashMap<>();
      List<BuyerNews> recent = new ArrayList<>();
      List<Model> models = new ArrayList<>();
      Instant now = START;
      for (int step = 0; step < 300; step++) {
        now = now.plusMillis(random.nextLong(2 * HOUR));
        BuyerNews news = news(random, now.minusMillis(random.nextLong(72 * HOUR)));
        recent.add(news);
        latest.put(news.person(), news);
        stages.news(news);
        if (random.nextInt(10) == 0) {
          for (BuyerNews again : recent) {
            stages.news(again);
          }
          recent.clear();
        }
        if (random.nextInt(6) == 0) {
          stages.watermark(now);
          stages.settle();
        }
        if (random.nextInt(200) == 0) {
          stages.restart(1 + random.nextInt(3));
        }
      }
      for (int day = 0; day < 5; day++) {
        now = now.plus(Duration.ofDays(1));
        stages.watermark(now);
        stages.settle();
      }
      models.addAll(stages.models());
      for (String tenant : TENANTS) {
        List<Model> told =
            models.stream().filter(model -> model.getTenant().equals(tenant)).toList();
        assertThat(told).extracting(Model::getEffectiveAt).doesNotHaveDuplicates().isSorted();
        List<Buyer> buyers =
            latest.values().stream()
                .filter(news -> news.tenant().equals(tenant))
                .map(BuyerNews::buyer)
                .filter(Objects::nonNull)
                .toList();
        if (!buyers.isEmpty()) {
          assertValues(told.get(told.size() - 1), buyers, Midnights.last(now, ZONES.of(tenant)));
        }
      }
    }
  }

  private static void play(SplittableRandom random, int steps, Stages stages, Naive naive)
      throws Exception {
    Map<String, Instant> lastOf = new HashMap<>();
    Instant now = START;
    Instant watermark = START.minusMillis(HOUR);
    for (int step = 0; step < steps; step++) {
      now = now.plusMillis(random.nextLong(HOUR));
      BuyerNews drawn = news(random, now.minusMillis(random.nextLong(HOUR / 2)));
      Instant at = drawn.at();
      Instant before = lastOf.getOrDefault(drawn.person(), at);
      BuyerNews news =
          new BuyerNews(
              drawn.tenant(), drawn.profileId(), at.isBefore(before) ? before : at, drawn.buyer());
      lastOf.put(news.person(), news.at());
      stages.news(news);
      naive.news.add(news);
      if (random.nextInt(12) == 0) {
        now = random.nextInt(20) == 0 ? now.plus(Duration.ofDays(3)) : now;
        watermark = now.minusMillis(HOUR);
        stages.watermark(watermark);
        naive.watermark(watermark);
      }
      if (random.nextInt(6) == 0) {
        stages.settle();
        naive.assertSettled(stages.models());
      }
      if (random.nextInt(250) == 0) {
        stages.restart(1 + random.nextInt(3));
      }
    }
    stages.settle();
    naive.assertSettled(stages.models());
  }

  private static BuyerNews news(SplittableRandom random, Instant at) {
    int person = random.nextInt(PEOPLE);
    return new BuyerNews(TENANTS.get(person % 2), Buyers.id(person / 2), at, buyer(random, at));
  }

  private static Buyer buyer(SplittableRandom random, Instant at) {
    if (random.nextInt(5) == 0) {
      return null;
    }
    return new Buyer(
        Instant.ofEpochMilli(at.toEpochMilli() - random.nextLong(300 * HOUR)),
        1 + random.nextInt(12),
        BigDecimal.valueOf(1 + random.nextLong(1_000_000), 2));
  }

  private static void assertValues(Model model, Collection<Buyer> buyers, Instant midnight) {
    BreakPoints exact = Population.exact(buyers, midnight);
    assertThat(model.getValues().get("recencyDays")).isEqualTo(doubles(exact.recencyDays()));
    assertThat(model.getValues().get("frequency")).isEqualTo(doubles(exact.frequency()));
    List<Double> monetary = doubles(exact.monetary());
    for (int i = 0; i < 4; i++) {
      assertThat(model.getValues().get("monetary").get(i))
          .isCloseTo(monetary.get(i), within(monetary.get(i) / 100));
    }
  }

  private static List<Double> doubles(List<BigDecimal> points) {
    return points.stream().map(BigDecimal::doubleValue).toList();
  }

  /** Counts everybody anew each time. */
  private static final class Naive {

    private final List<BuyerNews> news = new ArrayList<>();
    private final Map<String, Instant> computedAt = new HashMap<>();
    private final Map<String, BreakPoints> waiting = new HashMap<>();
    private final Map<String, BreakPoints> published = new HashMap<>();
    private int told;

    void watermark(Instant watermark) {
      for (String tenant : TENANTS) {
        Instant midnight = Midnights.last(watermark, ZONES.of(tenant));
        if (midnight.equals(computedAt.get(tenant))) {
          continue;
        }
        computedAt.put(tenant, midnight);
        Optional<BreakPoints> points =
            Optional.of(buyers(tenant, midnight))
                .filter(buyers -> !buyers.isEmpty())
                .map(buyers -> counted(buyers).breakPoints(midnight));
        points.ifPresentOrElse(found -> waiting.put(tenant, found), () -> waiting.remove(tenant));
      }
    }

    void assertSettled(List<Model> models) {
      Map<String, BreakPoints> expected = new HashMap<>();
      waiting.forEach(
          (tenant, points) -> {
            if (!points.equals(published.put(tenant, points))) {
              expected.put(tenant, points);
            }
          });
      waiting.clear();
      assertThat(models)
          .extracting(Model::getTenant)
          .containsExactlyInAnyOrderElementsOf(expected.keySet());
      for (Model model : models) {
        Instant midnight = computedAt.get(model.getTenant());
        assertThat(model.getEffectiveAt()).isEqualTo(midnight);
        assertValues(model, buyers(model.getTenant(), midnight), midnight);
        told++;
      }
    }

    private Collection<Buyer> buyers(String tenant, Instant midnight) {
      Map<String, Buyer> buyers = new HashMap<>();
      for (BuyerNews each : news) {
        if (each.tenant().equals(tenant) && !each.at().isAfter(midnight)) {
          buyers.remove(each.profileId());
          if (each.buyer() != null) {
            buyers.put(each.profileId(), each.buyer());
          }
        }
      }
      return buyers.values();
    }

    private static Population counted(Collection<Buyer> buyers) {
      Population population = new Population();
      buyers.forEach(population::add);
      return population;
    }
  }
}
