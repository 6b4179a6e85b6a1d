package dev.kilde.profile;

import java.time.Instant;
import java.util.Objects;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * A keyed operator with event-time alarms that stand still at the end of time: the last watermark
 * of a bounded input or of {@code stop --drain} rings nothing, so that nothing is judged at an
 * instant that never was.
 *
 * @param <O> output
 */
public abstract class AlarmOperator<O> extends AbstractStreamOperator<O>
    implements Triggerable<String, VoidNamespace> {

  private static final long serialVersionUID = 1;

  private transient @Nullable InternalTimerService<VoidNamespace> alarms;

  @Override
  public void open() throws Exception {
    super.open();
    alarms = getInternalTimerService("alarms", VoidNamespaceSerializer.INSTANCE, this);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp()) {
      output.emitWatermark(mark);
    } else {
      super.processWatermark(mark);
    }
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    onAlarm(timer.getKey());
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
    throw new IllegalStateException("no alarm is set in processing time");
  }

  /** The current key's alarm rings: the watermark has reached its instant. */
  protected abstract void onAlarm(String key) throws Exception;

  /** Everything that occurred at or before this instant has come. */
  protected Instant watermark() {
    return Instant.ofEpochMilli(alarms().currentWatermark());
  }

  /** Sets an alarm for the current key. */
  protected void setAlarm(Instant at) {
    alarms().registerEventTimeTimer(VoidNamespace.INSTANCE, at.toEpochMilli());
  }

  private InternalTimerService<VoidNamespace> alarms() {
    return Objects.requireNonNull(alarms, "not open");
  }
}
