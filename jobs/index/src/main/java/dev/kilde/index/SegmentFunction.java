package dev.kilde.index;

import dev.kilde.connectors.elasticsearch.DocumentWrite;
import dev.kilde.connectors.input.Input;
import dev.kilde.schemas.record.Definition;
import dev.kilde.schemas.record.SegmentChange;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Counts the members of one segment, by {@link SegmentKey}. The first piece of news arms an alarm
 * of processing time; when it rings one document tells everything, so 200,000 people who enter in a
 * few seconds are a few documents.
 *
 * <p>Each document's revision is the clock's milliseconds, or one more than the last: it grows also
 * for a job that has lost its state and counts anew.
 *
 * <p>Metrics: {@code leftWithoutEntering}, changes that would have made a size negative and were
 * left out; {@code definitionsUnreadable}, those whose YAML is none, which change nothing.
 */
final class SegmentFunction extends KeyedProcessFunction<String, Input, DocumentWrite> {
  private static final long serialVersionUID = 1L;

  private final long interval;
  private transient @Nullable ValueState<byte[]> segment;
  private transient @Nullable Counter leftWithoutEntering;
  private transient @Nullable Counter definitionsUnreadable;

  /**
   * @param interval how long news waits for more before a document is written
   */
  SegmentFunction(Duration interval) {
    this.interval = interval.toMillis();
  }

  @Override
  public void open(OpenContext context) {
    segment = getRuntimeContext().getState(States.SEGMENT);
    leftWithoutEntering = getRuntimeContext().getMetricGroup().counter("leftWithoutEntering");
    definitionsUnreadable = getRuntimeContext().getMetricGroup().counter("definitionsUnreadable");
  }

  @Override
  public void processElement(Input news, Context context, Collector<DocumentWrite> out)
      throws IOException {
    SegmentStanding before = held();
    SegmentStanding after =
        news.record() instanceof Definition definition
            ? defined(before, definition)
            : crossed(before, (SegmentChange) news.record());
    if (after.equals(before)) {
      return;
    }
    long now = context.timerService().currentProcessingTime();
    // Members who leave what is deleted are counted, in case it comes back, and not told.
    boolean told = before.isDeleted(now) && after.isDeleted(now);
    keep(told ? after : armed(after, now + interval, context.timerService()));
  }

  @Override
  public void onTimer(long instant, OnTimerContext context, Collector<DocumentWrite> out)
      throws IOException {
    SegmentStanding standing = held();
    if (instant != standing.dueAt()) {
      return;
    }
    long now = context.timerService().currentProcessingTime();
    SegmentStanding told = standing.told(now);
    out.collect(SegmentDocument.of(SegmentKey.parse(context.getCurrentKey()), told, now));
    if (told.dueAt() != SegmentStanding.NOT_DUE) {
      context.timerService().registerProcessingTimeTimer(told.dueAt());
    }
    keep(told);
  }

  private static SegmentStanding armed(SegmentStanding standing, long instant, TimerService time) {
    if (standing.dueAt() <= instant) {
      return standing;
    }
    time.registerProcessingTimeTimer(instant);
    return standing.dueAt(instant);
  }

  private SegmentStanding defined(SegmentStanding before, Definition definition) {
    Optional<SegmentName> name = SegmentName.in(definition.getYaml());
    if (name.isEmpty()) {
      count(definitionsUnreadable);
      return before;
    }
    SegmentDefinition defined = SegmentDefinition.of(definition, name.get());
    return defined.replaces(before.definition()) ? before.with(defined) : before;
  }

  private SegmentStanding crossed(SegmentStanding before, SegmentChange change) {
    Optional<SegmentTally> counted = before.tally().with(change);
    if (counted.isEmpty()) {
      count(leftWithoutEntering);
      return before;
    }
    return before.with(counted.get());
  }

  private SegmentStanding held() throws IOException {
    byte[] bytes = state().value();
    return bytes == null ? SegmentStanding.UNKNOWN : SegmentStandingForm.read(bytes);
  }

  private void keep(SegmentStanding standing) throws IOException {
    state().update(SegmentStandingForm.write(standing));
  }

  private ValueState<byte[]> state() {
    if (segment == null) {
      throw new IllegalStateException("open comes before everything else");
    }
    return segment;
  }

  private static void count(@Nullable Counter counter) {
    if (counter != null) {
      counter.inc();
    }
  }
}
