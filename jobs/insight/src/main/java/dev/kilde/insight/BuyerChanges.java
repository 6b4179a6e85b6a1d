package dev.kilde.insight;

import dev.kilde.core.score.rfm.Buyer;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Remembers each buyer as counted, and tells what becomes of them.
 *
 * <pre>
 *   news  at |──────> midnight: so it is counted
 * </pre>
 *
 * <p>News that come when their midnight has passed, and such that are older than those before, are
 * counted at a later one: nobody is taken out before being put in. Metrics: {@code buyersChanged},
 * {@code buyersChangedLate}.
 */
final class BuyerChanges extends KeyedProcessFunction<String, BuyerNews, BuyerChange> {

  /** Keys a tenant's people are spread over: as many subtasks can share the largest tenant. */
  static final int SHARDS = 32;

  private static final long serialVersionUID = 1;

  private final TenantZones zones;
  private transient @Nullable ValueState<CountedBuyer> counted;
  private transient @Nullable Counter changed;
  private transient @Nullable Counter changedLate;

  BuyerChanges(TenantZones zones) {
    this.zones = zones;
  }

  @Override
  public void open(OpenContext context) {
    counted = getRuntimeContext().getState(States.COUNTED_BUYER);
    changed = getRuntimeContext().getMetricGroup().counter("buyersChanged");
    changedLate = getRuntimeContext().getMetricGroup().counter("buyersChangedLate");
  }

  @Override
  public void processElement(BuyerNews news, Context context, Collector<BuyerChange> out)
      throws IOException {
    ValueState<CountedBuyer> state = Objects.requireNonNull(counted);
    CountedBuyer before = state.value();
    Buyer was = before == null ? null : before.buyer();
    Buyer is = news.buyer();
    if (Objects.equals(was, is)) {
      return;
    }
    Objects.requireNonNull(changed).inc();
    Instant midnight = midnight(news, before, context.timerService().currentWatermark());
    out.collect(new BuyerChange(news.tenant(), shard(news), midnight, was, is));
    if (is == null) {
      state.clear();
    } else {
      state.update(new CountedBuyer(is, midnight));
    }
  }

  private Instant midnight(BuyerNews news, @Nullable CountedBuyer before, long watermark) {
    Instant midnight = Midnights.first(news.at(), zones.of(news.tenant()));
    if (midnight.toEpochMilli() <= watermark) {
      Objects.requireNonNull(changedLate).inc();
      midnight = Midnights.after(Instant.ofEpochMilli(watermark), zones.of(news.tenant()));
    }
    return before == null || !midnight.isBefore(before.midnight()) ? midnight : before.midnight();
  }

  private static int shard(BuyerNews news) {
    return Math.floorMod(news.profileId().hashCode(), SHARDS);
  }
}
