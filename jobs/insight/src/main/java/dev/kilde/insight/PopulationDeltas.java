package dev.kilde.insight;

import dev.kilde.core.score.rfm.Population;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what changes in a shard of a tenant's people until a midnight, and then tells it once.
 *
 * <pre>
 *   changes ......... |midnight   one delta, nothing kept
 * </pre>
 *
 * <p>Counts are rows, so a change costs the same however many there were before it.
 */
final class PopulationDeltas
    extends KeyedProcessFunction<Tuple3<String, Integer, Long>, BuyerChange, PopulationDelta> {

  private static final long serialVersionUID = 1;

  private transient @Nullable MapState<Long, Long> lastBuckets;
  private transient @Nullable MapState<Integer, Long> frequencies;
  private transient @Nullable MapState<Integer, Long> monetaryBuckets;

  @Override
  public void open(OpenContext context) {
    lastBuckets = getRuntimeContext().getMapState(States.DELTA_LAST);
    frequencies = getRuntimeContext().getMapState(States.DELTA_FREQUENCY);
    monetaryBuckets = getRuntimeContext().getMapState(States.DELTA_MONETARY);
  }

  @Override
  public void processElement(BuyerChange change, Context context, Collector<PopulationDelta> out)
      throws Exception {
    Population delta = change.delta();
    count(delta.lastBuckets(), Objects.requireNonNull(lastBuckets));
    count(delta.frequencies(), Objects.requireNonNull(frequencies));
    count(delta.monetaryBuckets(), Objects.requireNonNull(monetaryBuckets));
    context.timerService().registerEventTimeTimer(change.midnight().toEpochMilli());
  }

  @Override
  public void onTimer(long midnight, OnTimerContext context, Collector<PopulationDelta> out)
      throws Exception {
    if (context.timerService().currentWatermark() == Watermark.MAX_WATERMARK.getTimestamp()) {
      return;
    }
    Population delta =
        new Population(
            taken(Objects.requireNonNull(lastBuckets)),
            taken(Objects.requireNonNull(frequencies)),
            taken(Objects.requireNonNull(monetaryBuckets)));
    if (!delta.isEmpty()) {
      out.collect(
          new PopulationDelta(context.getCurrentKey().f0, Instant.ofEpochMilli(midnight), delta));
    }
  }

  private static <K> void count(Map<K, Long> changes, MapState<K, Long> counts) throws Exception {
    for (Map.Entry<K, Long> change : changes.entrySet()) {
      Long before = counts.get(change.getKey());
      long after = (before == null ? 0 : before) + change.getValue();
      if (after == 0) {
        counts.remove(change.getKey());
      } else {
        counts.put(change.getKey(), after);
      }
    }
  }

  private static <K> SortedMap<K, Long> taken(MapState<K, Long> counts) throws Exception {
    SortedMap<K, Long> taken = new TreeMap<>();
    for (Map.Entry<K, Long> count : counts.entries()) {
      taken.put(count.getKey(), count.getValue());
    }
    counts.clear();
    return taken;
  }
}
