package dev.kilde.profile;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * A count seen in two places: as a metric while the job runs, and as an accumulator of the same
 * name in its result.
 */
public final class Tally {

  private final Counter metric;
  private final LongCounter total = new LongCounter();

  /**
   * A count under a name that is unique in the operator.
   *
   * @param name also the accumulator's; subtasks of all operators add up under it
   */
  public Tally(RuntimeContext context, MetricGroup metrics, String name) {
    metric = metrics.counter(name);
    context.addAccumulator(name, total);
  }

  /** One more. */
  public void increment() {
    add(1);
  }

  /** So many more. */
  public void add(long more) {
    metric.inc(more);
    total.add(more);
  }
}
