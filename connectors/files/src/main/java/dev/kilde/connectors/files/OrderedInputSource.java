package dev.kilde.connectors.files;

import dev.kilde.connectors.input.Input;
import dev.kilde.connectors.input.InputTypeInfo;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Plays an {@link OrderedInput}: its dead letters, then its records in order with ticks among them,
 * and at the end one tick at the replay's instant. Use it with {@code
 * TickWatermarks.strategy(Duration.ZERO)}: the tick before an instant makes the watermark that
 * instant less 1 ms, the last one makes it the replay's instant exactly.
 *
 * <p>Bounded. There is one split, so one reader plays everything and the others end at once,
 * whatever the parallelism. After a failure it goes on from the number of elements already emitted.
 * The files of the first pass must be where the reader runs, and stay until the job has ended.
 */
public final class OrderedInputSource
    implements Source<Input, ReplaySplit, UnassignedReplay>, ResultTypeQueryable<Input> {

  private static final long serialVersionUID = 1L;

  private final ReplayFiles files;

  private OrderedInputSource(ReplayFiles files) {
    this.files = files;
  }

  /** Plays the input up to its own {@link OrderedInput#asOf()}, at the default pace. */
  public static OrderedInputSource of(OrderedInput input) {
    return of(input, input.asOf(), Pace.DEFAULT);
  }

  /**
   * Plays the input.
   *
   * @param asOf where event time ends; not before the last record
   * @param pace how often it ticks on the way
   */
  public static OrderedInputSource of(OrderedInput input, Instant asOf, Pace pace) {
    Instant last = input.lastAt();
    if (last != null && last.isAfter(asOf)) {
      throw new IllegalArgumentException("asOf " + asOf + " is before the last record, " + last);
    }
    return new OrderedInputSource(new ReplayFiles(input, asOf, pace));
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SplitEnumerator<ReplaySplit, UnassignedReplay> createEnumerator(
      SplitEnumeratorContext<ReplaySplit> context) {
    return new ReplayEnumerator(context, new ReplaySplit(0));
  }

  @Override
  public SplitEnumerator<ReplaySplit, UnassignedReplay> restoreEnumerator(
      SplitEnumeratorContext<ReplaySplit> context, UnassignedReplay checkpoint) {
    return new ReplayEnumerator(context, checkpoint.split());
  }

  @Override
  public SourceReader<Input, ReplaySplit> createReader(SourceReaderContext context) {
    return new ReplayReader(context::sendSplitRequest, files);
  }

  @Override
  public SimpleVersionedSerializer<ReplaySplit> getSplitSerializer() {
    return ReplaySplit.SERIALIZER;
  }

  @Override
  public SimpleVersionedSerializer<UnassignedReplay> getEnumeratorCheckpointSerializer() {
    return UnassignedReplay.SERIALIZER;
  }

  @Override
  public TypeInformation<Input> getProducedType() {
    return InputTypeInfo.INSTANCE;
  }
}
