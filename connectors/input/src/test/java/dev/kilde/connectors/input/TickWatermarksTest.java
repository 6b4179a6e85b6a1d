package dev.kilde.connectors.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.InstantiationUtil;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class TickWatermarksTest {

  private static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");

  private final Emitted emitted = new Emitted();
  private final ManualClock clock = new ManualClock();

  @Test
  void aTickSaysThatNothingAtOrBeforeItLessTheBoundWillCome() {
    feed(TickWatermarks.strategy(Duration.ofSeconds(10)), Input.tick(TEN));
    assertThat(emitted.watermarks).containsExactly(TEN.minusSeconds(10));
  }

  @Test
  void withoutABoundTheWatermarkIsTheTick() {
    feed(TickWatermarks.strategy(Duration.ZERO), Input.tick(TEN));
    assertThat(emitted.watermarks).containsExactly(TEN);
  }

  @Test
  void recordsAndDeadLettersMoveNothing() {
    feed(
        TickWatermarks.strategy(Duration.ZERO),
        Samples.viewed("e", "2030-01-01T00:00:00Z"),
        Samples.rejected(new byte[0]));
    assertThat(emitted.watermarks).isEmpty();
  }

  @Test
  void anOlderTickMovesNothing() {
    feed(
        TickWatermarks.strategy(Duration.ZERO),
        Input.tick(TEN),
        Input.tick(TEN.minusMillis(1)),
        Input.tick(TEN),
        Input.tick(TEN.plusMillis(1)));
    assertThat(emitted.watermarks).containsExactly(TEN, TEN.plusMillis(1));
  }

  @Test
  void timestampsAreWhenItOccurred() {
    TimestampAssigner<Input> assigner =
        TickWatermarks.strategy(Duration.ZERO).createTimestampAssigner(() -> metrics());
    assertThat(assigner.extractTimestamp(Samples.viewed("e", "2026-01-01T10:00:00Z"), 5))
        .isEqualTo(TEN.toEpochMilli());
    assertThat(assigner.extractTimestamp(Input.tick(TEN), 5)).isEqualTo(TEN.toEpochMilli());
    Input letter = Samples.rejected(new byte[0]);
    assertThat(assigner.extractTimestamp(letter, 5)).isEqualTo(5);
    assertThat(assigner.extractTimestamp(letter, TimestampAssigner.NO_TIMESTAMP))
        .isEqualTo(Samples.REFUSED_AT.toEpochMilli());
  }

  @Test
  void theFallbackFollowsTheNewestEventAndKeepsItsInstantOpen() {
    feed(
        TickWatermarks.fromEvents(Duration.ofSeconds(10), Duration.ofMinutes(1)),
        Samples.viewed("e", "2026-01-01T10:00:00Z"),
        Samples.viewed("f", "2026-01-01T09:00:00Z"),
        Samples.rejected(new byte[0]));
    assertThat(emitted.newest()).isEqualTo(TEN.minusSeconds(10).minusMillis(1));
  }

  @Test
  void theFallbackLetsTimeGoOnWithoutASilentSource() {
    WatermarkGenerator<Input> generator =
        generator(TickWatermarks.fromEvents(Duration.ZERO, Duration.ofMinutes(1)));
    clock.advanceTime(Duration.ofSeconds(1));
    generator.onPeriodicEmit(emitted);
    clock.advanceTime(Duration.ofSeconds(61));
    generator.onPeriodicEmit(emitted);
    assertThat(emitted.idle).isTrue();
  }

  @Test
  void strategiesTravelToTheCluster() throws Exception {
    emitted.watermarks.clear();
    feed(InstantiationUtil.clone(TickWatermarks.strategy(Duration.ofMillis(1))), Input.tick(TEN));
    assertThat(emitted.watermarks).containsExactly(TEN.minusMillis(1));
    InstantiationUtil.clone(TickWatermarks.fromEvents(Duration.ZERO, Duration.ofMinutes(1)));
  }

  @Test
  void aNegativeBoundIsRefused() {
    assertThatThrownBy(() -> TickWatermarks.strategy(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void feed(WatermarkStrategy<Input> strategy, Input... inputs) {
    WatermarkGenerator<Input> generator = generator(strategy);
    TimestampAssigner<Input> assigner = strategy.createTimestampAssigner(() -> metrics());
    for (Input input : inputs) {
      long timestamp = assigner.extractTimestamp(input, TimestampAssigner.NO_TIMESTAMP);
      generator.onEvent(input, timestamp, emitted);
      generator.onPeriodicEmit(emitted);
    }
  }

  private WatermarkGenerator<Input> generator(WatermarkStrategy<Input> strategy) {
    return strategy.createWatermarkGenerator(
        new WatermarkGeneratorSupplier.Context() {
          @Override
          public MetricGroup getMetricGroup() {
            return metrics();
          }

          @Override
          public RelativeClock getInputActivityClock() {
            return clock;
          }
        });
  }

  private static MetricGroup metrics() {
    return new UnregisteredMetricsGroup();
  }

  private static final class Emitted implements WatermarkOutput {
    private final List<Instant> watermarks = new ArrayList<>();
    private boolean idle;

    Instant newest() {
      return watermarks.get(watermarks.size() - 1);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      watermarks.add(Instant.ofEpochMilli(watermark.getTimestamp()));
    }

    @Override
    public void markIdle() {
      idle = true;
    }

    @Override
    public void markActive() {
      idle = false;
    }
  }
}
