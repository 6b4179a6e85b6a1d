package dev.kilde.insight;

import static dev.kilde.insight.Buyers.ACME;
import static dev.kilde.insight.Buyers.MIDNIGHT;
import static dev.kilde.insight.Buyers.NEXT;
import static dev.kilde.insight.Buyers.buyer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.connectors.input.RecordTypeInfo;
import dev.kilde.core.score.rfm.Buyer;
import dev.kilde.core.score.rfm.Population;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Model;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantModelsHarnessTest {

  private static final long SETTLE = 10_000;
  private static final Buyer ONCE = buyer("2026-02-27T10:00:00Z", 1, "100");
  private static final Buyer TWICE = buyer("2026-03-01T10:59:00Z", 2, "250");

  private StageHarness<String, PopulationDelta, Model> tenants;

  @BeforeEach
  void start() throws Exception {
    tenants =
        new StageHarness<>(
            () -> new TenantModels(Buyers.ZONES, Duration.ofMillis(SETTLE)),
            PopulationDelta::tenant,
            Types.STRING,
            RecordTypeInfo.of(Topic.MODELS, Model.class),
            new EmbeddedRocksDBStateBackend());
  }

  @AfterEach
  void stop() throws Exception {
    tenants.close();
  }

  @Test
  void theSumOfAllShardsIsToldOnceItsMidnightHasPassed() throws Exception {
    tenants.process(delta(MIDNIGHT, with(ONCE)));
    tenants.process(delta(MIDNIGHT, with(TWICE)));
    tenants.watermark(MIDNIGHT.minusMillis(1));
    tenants.pass(SETTLE);
    assertThat(tenants.told()).isEmpty();

    tenants.watermark(MIDNIGHT);
    tenants.pass(SETTLE);
    Model model = only();
    assertThat(model)
        .isEqualTo(Models.rfm(ACME, MIDNIGHT, Population.exact(List.of(ONCE, TWICE), MIDNIGHT)));
    assertThat(model.getValues().get("frequency")).containsExactly(1.2, 1.4, 1.6, 1.8);
  }

  @Test
  void whatBelongsToALaterMidnightIsNotInTheModelOfAnEarlierOne() throws Exception {
    tenants.process(delta(NEXT, with(TWICE)));
    tenants.process(delta(MIDNIGHT, with(ONCE)));
    tenants.watermark(MIDNIGHT);
    tenants.pass(SETTLE);
    assertThat(only().getValues().get("frequency")).containsExactly(1.0, 1.0, 1.0, 1.0);
    tenants.watermark(NEXT);
    tenants.pass(SETTLE);
    assertThat(only().getValues().get("frequency")).containsExactly(1.2, 1.4, 1.6, 1.8);
  }

  @Test
  void recencyGoesOnEachMidnightThoughNobodyBuys() throws Exception {
    tenants.process(delta(MIDNIGHT, with(ONCE)));
    tenants.watermark(MIDNIGHT);
    tenants.pass(SETTLE);
    assertThat(only().getValues().get("recencyDays")).containsExactly(2.0, 2.0, 2.0, 2.0);
    tenants.restart(1);
    tenants.watermark(NEXT);
    tenants.pass(SETTLE);
    Model next = only();
    assertThat(next.getEffectiveAt()).isEqualTo(NEXT);
    assertThat(next.getValues().get("recencyDays")).containsExactly(3.0, 3.0, 3.0, 3.0);
  }

  @Test
  void breakPointsThatAreThoseToldLastAreNotToldAgain() throws Exception {
    tenants.process(delta(MIDNIGHT, with(ONCE)));
    tenants.watermark(MIDNIGHT);
    tenants.pass(SETTLE);
    assertThat(only()).isNotNull();

    Population aDayYounger = without(ONCE);
    aDayYounger.add(new Buyer(ONCE.last().plus(Duration.ofDays(1)), 1, ONCE.monetary()));
    tenants.process(delta(NEXT, aDayYounger));
    tenants.watermark(NEXT);
    tenants.pass(SETTLE);
    assertThat(tenants.told()).isEmpty();
  }

  @Test
  void noMidnightIsToldTwiceEvenAfterARestart() throws Exception {
    tenants.process(delta(MIDNIGHT, with(ONCE)));
    tenants.watermark(MIDNIGHT);
    tenants.pass(SETTLE);
    assertThat(only()).isNotNull();

    tenants.restart(3);
    // Watermarks begin anew, so a straggler may still be counted for a midnight that was told.
    tenants.process(delta(MIDNIGHT, with(TWICE)));
    tenants.watermark(MIDNIGHT.plusSeconds(60));
    tenants.pass(SETTLE);
    assertThat(tenants.told()).isEmpty();
    tenants.watermark(NEXT);
    tenants.pass(SETTLE);
    Model next = only();
    assertThat(next.getEffectiveAt()).isEqualTo(NEXT);
    assertThat(next.getValues().get("frequency")).containsExactly(1.2, 1.4, 1.6, 1.8);
  }

  @Test
  void aModelThatWaitsSurvivesARestartAndIsToldOnce() throws Exception {
    tenants.process(delta(MIDNIGHT, with(ONCE)));
    tenants.watermark(MIDNIGHT);
    tenants.restart(3);
    tenants.pass(SETTLE);
    assertThat(only().getEffectiveAt()).isEqualTo(MIDNIGHT);
    tenants.restart(1);
    tenants.pass(SETTLE);
    assertThat(tenants.told()).isEmpty();
  }

  @Test
  void whoCatchesUpTellsOnlyTheLastOfTheMidnightsReadPast() throws Exception {
    for (int day = 0; day < 100; day++) {
      Instant midnight = MIDNIGHT.plus(Duration.ofDays(day - 100));
      tenants.process(delta(midnight, with(buyer(midnight.minusSeconds(1).toString(), 1, "1"))));
      tenants.watermark(midnight);
    }
    tenants.watermark(MIDNIGHT.plusSeconds(1));
    tenants.pass(SETTLE);
    Model model = only();
    assertThat(model.getEffectiveAt()).isEqualTo(MIDNIGHT);
    assertThat(model.getValues().get("recencyDays")).containsExactly(20.8, 40.6, 60.4, 80.2);
  }

  @Test
  void manyMidnightsAtOnceCountAsTheLastOfThem() throws Exception {
    tenants.process(delta(MIDNIGHT, with(ONCE)));
    tenants.process(delta(NEXT, with(TWICE)));
    tenants.watermark(NEXT.plus(Duration.ofDays(1_000)).plusSeconds(1));
    tenants.pass(SETTLE);
    assertThat(only().getEffectiveAt())
        .isEqualTo(Midnights.last(NEXT.plus(Duration.ofDays(1_000)), Buyers.ZONE));
    assertThat(tenants.eventTimers()).isEqualTo(1);
  }

  @Test
  void aTenantWithoutBuyersHasNoModelAndRestsUntilThereIsOne() throws Exception {
    tenants.process(delta(MIDNIGHT, with(ONCE)));
    tenants.watermark(MIDNIGHT);
    tenants.process(delta(NEXT, without(ONCE)));
    tenants.watermark(NEXT);
    tenants.pass(SETTLE);
    assertThat(tenants.told()).as("what waited was no longer so").isEmpty();
    assertThat(tenants.eventTimers()).isZero();

    Instant later = NEXT.plus(Duration.ofDays(7));
    tenants.process(delta(later, with(TWICE)));
    tenants.watermark(later);
    tenants.pass(SETTLE);
    assertThat(only().getEffectiveAt()).isEqualTo(later);
  }

  @Test
  void theEndOfTimeIsNoMidnight() throws Exception {
    tenants.process(delta(MIDNIGHT, with(ONCE)));
    tenants.watermark(Long.MAX_VALUE);
    tenants.pass(SETTLE);
    assertThat(tenants.told()).isEmpty();
  }

  private Model only() {
    List<Model> told = tenants.told();
    assertThat(told).hasSize(1);
    return told.get(0);
  }

  private static PopulationDelta delta(Instant midnight, Population population) {
    return new PopulationDelta(ACME, midnight, population);
  }

  private static Population with(Buyer buyer) {
    Population population = new Population();
    population.add(buyer);
    return population;
  }

  private static Population without(Buyer buyer) {
    Population population = new Population();
    population.remove(buyer);
    return population;
  }
}
