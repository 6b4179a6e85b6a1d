package dev.kilde.connectors.input;

import dev.kilde.schemas.Envelopes;
import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * How inputs move event time. Timestamps are always a record's {@code occurredAt}, a tick's
 * instant, and for a dead letter the one the source gave, else its {@code at}.
 */
public final class TickWatermarks {

  private TickWatermarks() {}

  /**
   * Only ticks move time, so a source that is idle, paused or not yet read holds time back instead
   * of making its backlog late. A tick of instant T says that everything that occurred at or before
   * {@code T - outOfOrderness} has been written; the watermark is exactly that instant. A tick
   * older than an earlier one changes nothing.
   *
   * @param outOfOrderness how long after it occurred a record may still be written, not negative
   */
  public static WatermarkStrategy<Input> strategy(Duration outOfOrderness) {
    return new FromTicks(millis(outOfOrderness));
  }

  /**
   * The weaker fallback for topics that may not be written to and so carry no ticks: the newest
   * {@code occurredAt} less the bound moves time (a watermark just below it, as an equal instant
   * may follow), and a source without records for {@code idleness} of processing time no longer
   * holds it back. The price: what an idle source brings afterwards may be late, and the result
   * then depends on arrival. Dead letters never move time.
   *
   * @param outOfOrderness how far records may be out of order, not negative
   * @param idleness how long a source may be silent before time goes on without it
   */
  public static WatermarkStrategy<Input> fromEvents(Duration outOfOrderness, Duration idleness) {
    return new FromEvents(millis(outOfOrderness)).withIdleness(idleness);
  }

  private static long millis(Duration outOfOrderness) {
    if (outOfOrderness.isNegative()) {
      throw new IllegalArgumentException("out-of-orderness is negative: " + outOfOrderness);
    }
    return outOfOrderness.toMillis();
  }

  private record FromTicks(long boundMillis) implements WatermarkStrategy<Input>, Serializable {
    @Override
    public WatermarkGenerator<Input> createWatermarkGenerator(
        WatermarkGeneratorSupplier.Context context) {
      return new TickGenerator(boundMillis);
    }

    @Override
    public TimestampAssigner<Input> createTimestampAssigner(
        TimestampAssignerSupplier.Context context) {
      return TickWatermarks::timestamp;
    }
  }

  private record FromEvents(long boundMillis) implements WatermarkStrategy<Input>, Serializable {
    @Override
    public WatermarkGenerator<Input> createWatermarkGenerator(
        WatermarkGeneratorSupplier.Context context) {
      return new EventGenerator(boundMillis);
    }

    @Override
    public TimestampAssigner<Input> createTimestampAssigner(
        TimestampAssignerSupplier.Context context) {
      return TickWatermarks::timestamp;
    }
  }

  private static long timestamp(Input input, long given) {
    return switch (input.kind()) {
      case RECORD -> Envelopes.occurredAt(input.record()).toEpochMilli();
      case TICK -> input.tick().toEpochMilli();
      case DEAD_LETTER ->
          given != TimestampAssigner.NO_TIMESTAMP
              ? given
              : input.deadLetter().getAt().toEpochMilli();
    };
  }

  private static final class TickGenerator implements WatermarkGenerator<Input> {
    private final long boundMillis;
    private long newestTick = Long.MIN_VALUE;

    TickGenerator(long boundMillis) {
      this.boundMillis = boundMillis;
    }

    @Override
    public void onEvent(Input input, long timestamp, WatermarkOutput output) {
      if (input.isTick() && timestamp > newestTick) {
        newestTick = timestamp;
        output.emitWatermark(new Watermark(timestamp - boundMillis));
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {}
  }

  private static final class EventGenerator implements WatermarkGenerator<Input> {
    private final long boundMillis;
    private long newest = Long.MIN_VALUE;

    EventGenerator(long boundMillis) {
      this.boundMillis = boundMillis;
    }

    @Override
    public void onEvent(Input input, long timestamp, WatermarkOutput output) {
      if (input.kind() != Input.Kind.DEAD_LETTER) {
        newest = Math.max(newest, timestamp);
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      if (newest != Long.MIN_VALUE) {
        output.emitWatermark(new Watermark(newest - boundMillis - 1));
      }
    }
  }
}
