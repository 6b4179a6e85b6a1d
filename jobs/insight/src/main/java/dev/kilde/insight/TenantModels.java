package dev.kilde.insight;

import dev.kilde.core.score.rfm.Population;
import dev.kilde.schemas.record.Model;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a tenant's population and looks at it each midnight, for recency goes on although nobody
 * buys.
 *
 * <pre>
 *   deltas ... |midnight: break points ...(settle) model, if they differ from those told last
 * </pre>
 *
 * <p>Where several midnights have passed at once, only the last counts. Break points wait a while
 * in processing time for newer ones: a job that catches up with months tells what holds at their
 * end, not each day of a past that was only half read. What they are does not depend on that wait.
 * Metrics: {@code modelsPublished}, {@code modelsUnchanged}.
 */
final class TenantModels extends KeyedProcessFunction<String, PopulationDelta, Model> {

  private static final long serialVersionUID = 1;

  private final TenantZones zones;
  private final Duration settle;
  private transient @Nullable ValueState<Population> population;
  private transient @Nullable MapState<Long, Population> pending;
  private transient @Nullable ValueState<ModelCourse> course;
  private transient @Nullable Counter published;
  private transient @Nullable Counter unchanged;

  TenantModels(TenantZones zones, Duration settle) {
    this.zones = zones;
    this.settle = settle;
  }

  @Override
  public void open(OpenContext context) {
    population = getRuntimeContext().getState(States.POPULATION);
    pending = getRuntimeContext().getMapState(States.PENDING_DELTAS);
    course = getRuntimeContext().getState(States.MODEL_COURSE);
    published = getRuntimeContext().getMetricGroup().counter("modelsPublished");
    unchanged = getRuntimeContext().getMetricGroup().counter("modelsUnchanged");
  }

  @Override
  public void processElement(PopulationDelta delta, Context context, Collector<Model> out)
      throws Exception {
    MapState<Long, Population> deltas = Objects.requireNonNull(pending);
    long midnight = delta.midnight().toEpochMilli();
    deltas.put(midnight, sum(deltas.get(midnight), delta.population()));
    Instant due = course().due(delta.midnight(), zones.of(delta.tenant()));
    context.timerService().registerEventTimeTimer(due.toEpochMilli());
  }

  @Override
  public void onTimer(long at, OnTimerContext context, Collector<Model> out) throws Exception {
    if (context.timeDomain() == TimeDomain.PROCESSING_TIME) {
      publish(context.getCurrentKey(), out);
      return;
    }
    TimerService timers = context.timerService();
    if (timers.currentWatermark() == Watermark.MAX_WATERMARK.getTimestamp()) {
      return;
    }
    ZoneId zone = zones.of(context.getCurrentKey());
    Instant last = Midnights.last(Instant.ofEpochMilli(timers.currentWatermark()), zone);
    if (last.toEpochMilli() > at) {
      timers.registerEventTimeTimer(last.toEpochMilli());
    } else {
      compute(Instant.ofEpochMilli(at), zone, timers);
    }
  }

  private void compute(Instant midnight, ZoneId zone, TimerService timers) throws Exception {
    ModelCourse before = course();
    if (before.computedAt() != null && !midnight.isAfter(before.computedAt())) {
      return;
    }
    Population all = populationAt(midnight);
    ModelCourse after =
        before.computed(
            midnight, all.isEmpty() ? Optional.empty() : Optional.of(all.breakPoints(midnight)));
    Objects.requireNonNull(course).update(after);
    if (!all.isEmpty()) {
      timers.registerEventTimeTimer(Midnights.after(midnight, zone).toEpochMilli());
    }
    if (before.waiting() == null && after.waiting() != null) {
      timers.registerProcessingTimeTimer(timers.currentProcessingTime() + settle.toMillis());
    }
  }

  /** Everybody as of a midnight; what came in for it is no longer pending. */
  private Population populationAt(Instant midnight) throws Exception {
    MapState<Long, Population> deltas = Objects.requireNonNull(pending);
    ValueState<Population> state = Objects.requireNonNull(population);
    Population all = sum(state.value(), new Population());
    List<Long> taken = new ArrayList<>();
    for (Map.Entry<Long, Population> delta : deltas.entries()) {
      if (delta.getKey() <= midnight.toEpochMilli()) {
        all.merge(delta.getValue());
        taken.add(delta.getKey());
      }
    }
    for (Long each : taken) {
      deltas.remove(each);
    }
    if (!taken.isEmpty()) {
      state.update(all);
    }
    return all;
  }

  private void publish(String tenant, Collector<Model> out) throws IOException {
    ModelCourse now = course();
    Instant midnight = now.computedAt();
    if (now.waiting() == null || midnight == null) {
      return;
    }
    now.news().ifPresent(points -> out.collect(Models.rfm(tenant, midnight, points)));
    Objects.requireNonNull(now.news().isPresent() ? published : unchanged).inc();
    Objects.requireNonNull(course).update(now.settled());
  }

  private ModelCourse course() throws IOException {
    ModelCourse kept = Objects.requireNonNull(course).value();
    return kept == null ? ModelCourse.START : kept;
  }

  /** A new one: what is kept is not changed. */
  private static Population sum(@Nullable Population one, Population other) {
    Population sum = new Population();
    if (one != null) {
      sum.merge(one);
    }
    sum.merge(other);
    return sum;
  }
}
