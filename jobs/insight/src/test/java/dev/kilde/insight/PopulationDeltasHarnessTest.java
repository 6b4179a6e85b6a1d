package dev.kilde.insight;

import static dev.kilde.insight.Buyers.ACME;
import static dev.kilde.insight.Buyers.MIDNIGHT;
import static dev.kilde.insight.Buyers.NEXT;
import static dev.kilde.insight.Buyers.buyer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.score.rfm.Buyer;
import dev.kilde.core.score.rfm.Population;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PopulationDeltasHarnessTest {

  private static final Buyer ONCE = buyer("2026-02-27T10:00:00Z", 1, "100");
  private static final Buyer TWICE = buyer("2026-03-01T10:59:00Z", 2, "250.5");

  private StageHarness<Tuple3<String, Integer, Long>, BuyerChange, PopulationDelta> shards;

  @BeforeEach
  void start() throws Exception {
    shards =
        new StageHarness<>(
            PopulationDeltas::new,
            BuyerChange::addedUp,
            BuyerChange.ADDED_UP,
            PopulationDelta.TYPE,
            new EmbeddedRocksDBStateBackend());
  }

  @AfterEach
  void stop() throws Exception {
    shards.close();
  }

  @Test
  void theChangesOfADayLeaveAsOneDeltaAtItsMidnightAndNothingStays() throws Exception {
    change(0, MIDNIGHT, null, ONCE);
    change(0, MIDNIGHT, ONCE, TWICE);
    shards.restart(3);
    change(0, MIDNIGHT, null, TWICE);
    change(0, MIDNIGHT, ONCE, null);
    shards.watermark(MIDNIGHT.minusMillis(1));
    assertThat(shards.told()).isEmpty();

    shards.watermark(MIDNIGHT);
    PopulationDelta delta = only();
    assertThat(delta.tenant()).isEqualTo(ACME);
    assertThat(delta.midnight()).isEqualTo(MIDNIGHT);
    Population expected = new Population();
    expected.add(TWICE);
    expected.add(TWICE);
    expected.remove(ONCE);
    assertSame(delta.population(), expected);
    assertThat(delta.population().frequencies()).isEqualTo(Map.of(1, -1L, 2, 2L));
    shards.restart(2);
    assertThat(shards.rows()).isZero();
  }

  @Test
  void eachDayHasItsOwnThoughTheNextBeginsBeforeItsEnd() throws Exception {
    change(0, NEXT, null, TWICE);
    change(0, MIDNIGHT, null, ONCE);
    shards.watermark(MIDNIGHT);
    assertThat(only().population().frequencies()).isEqualTo(Map.of(1, 1L));
    shards.watermark(NEXT);
    assertThat(only().population().frequencies()).isEqualTo(Map.of(2, 1L));
  }

  @Test
  void changesThatCancelOutAreNotTold() throws Exception {
    change(0, MIDNIGHT, null, ONCE);
    change(0, MIDNIGHT, ONCE, null);
    shards.restart(2);
    assertThat(shards.rows()).as("the alarm").isEqualTo(1);
    shards.watermark(MIDNIGHT);
    assertThat(shards.told()).isEmpty();
  }

  @Test
  void eachShardTellsForItself() throws Exception {
    change(0, MIDNIGHT, null, ONCE);
    change(1, MIDNIGHT, null, ONCE);
    shards.watermark(MIDNIGHT);
    assertThat(shards.told()).hasSize(2);
  }

  @Test
  void theEndOfTimeIsNoMidnight() throws Exception {
    change(0, MIDNIGHT, null, ONCE);
    shards.watermark(Long.MAX_VALUE);
    assertThat(shards.told()).isEmpty();
  }

  private void change(int shard, Instant midnight, @Nullable Buyer before, @Nullable Buyer after)
      throws Exception {
    shards.process(new BuyerChange(ACME, shard, midnight, before, after));
  }

  private PopulationDelta only() {
    var told = shards.told();
    assertThat(told).hasSize(1);
    return told.get(0);
  }

  private static void assertSame(Population actual, Population expected) {
    assertThat(actual.lastBuckets()).isEqualTo(expected.lastBuckets());
    assertThat(actual.frequencies()).isEqualTo(expected.frequencies());
    assertThat(actual.monetaryBuckets()).isEqualTo(expected.monetaryBuckets());
  }
}
