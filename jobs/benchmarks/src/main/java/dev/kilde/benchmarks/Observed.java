package dev.kilde.benchmarks;

import dev.kilde.profile.ProfileTopology;
import dev.kilde.profile.Uids;
import dev.kilde.profile.output.ProfileUpdate;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.record.IdentityChange;
import dev.kilde.schemas.record.PrivacyRequest;
import dev.kilde.schemas.record.ProfileExport;
import dev.kilde.schemas.record.SegmentCause;
import dev.kilde.schemas.record.SegmentChange;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.accumulators.Histogram;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Outputs that go nowhere, watched for when they come; event time is the wall clock's. */
final class Observed implements ProfileTopology.Sinks {

  /** How many entered a segment because it is new. */
  static final String SWEPT = "swept";

  /** Milliseconds from the instant of the definition to each of those, in steps of a hundred. */
  static final String SWEEP_TOOK = "sweep-took";

  /** Milliseconds from the instant a document was due to its being told, in steps of ten. */
  static final String DELAYS = "delays";

  private final Discarded discarded = new Discarded();

  @Override
  public void profiles(DataStream<ProfileUpdate> profiles) {
    profiles
        .filter(new Delays())
        .uid(DELAYS)
        .name(DELAYS)
        .sinkTo(new DiscardingSink<>())
        .uid(Uids.PROFILES)
        .name(Uids.PROFILES);
  }

  @Override
  public void segmentChanges(DataStream<SegmentChange> changes) {
    changes
        .filter(new Entered())
        .uid(SWEPT)
        .name(SWEPT)
        .sinkTo(new DiscardingSink<>())
        .uid(Uids.SEGMENT_CHANGES)
        .name(Uids.SEGMENT_CHANGES);
  }

  @Override
  public void identityChanges(DataStream<IdentityChange> changes) {
    discarded.identityChanges(changes);
  }

  @Override
  public void exports(DataStream<ProfileExport> exports) {
    discarded.exports(exports);
  }

  @Override
  public void erasures(DataStream<PrivacyRequest> requests) {
    discarded.erasures(requests);
  }

  @Override
  public void deadLetters(DataStream<DeadLetter> deadLetters) {
    discarded.deadLetters(deadLetters);
  }

  private static int since(Instant at, int step) {
    return (int) (Duration.between(at, Instant.now()).toMillis() / step * step);
  }

  /** Of documents due while events flow at their own pace. */
  private static final class Delays extends RichFilterFunction<ProfileUpdate> {

    private static final long serialVersionUID = 1;

    private final Histogram delays = new Histogram();

    @Override
    public void open(OpenContext context) {
      getRuntimeContext().addAccumulator(DELAYS, delays);
    }

    @Override
    public boolean filter(ProfileUpdate update) {
      int late = since(update.at(), 10);
      if (late < 600_000) { // an hour late: from before the pause
        delays.add(late);
      }
      return true;
    }
  }

  /** Of those whom a new definition brought in. */
  private static final class Entered extends RichFilterFunction<SegmentChange> {

    private static final long serialVersionUID = 1;

    private final LongCounter swept = new LongCounter();
    private final Histogram took = new Histogram();

    @Override
    public void open(OpenContext context) {
      getRuntimeContext().addAccumulator(SWEPT, swept);
      getRuntimeContext().addAccumulator(SWEEP_TOOK, took);
    }

    @Override
    public boolean filter(SegmentChange change) {
      if (change.getCause() == SegmentCause.definition) {
        swept.add(1);
        took.add(since(change.getAt(), 100));
      }
      return true;
    }
  }
}
