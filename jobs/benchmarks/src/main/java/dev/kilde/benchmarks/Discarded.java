package dev.kilde.benchmarks;

import dev.kilde.profile.ProfileTopology;
import dev.kilde.profile.Uids;
import dev.kilde.profile.output.ProfileUpdate;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.record.IdentityChange;
import dev.kilde.schemas.record.PrivacyRequest;
import dev.kilde.schemas.record.ProfileExport;
import dev.kilde.schemas.record.SegmentChange;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Outputs that go nowhere. */
final class Discarded implements ProfileTopology.Sinks {

  @Override
  public void profiles(DataStream<ProfileUpdate> profiles) {
    discard(profiles, Uids.PROFILES);
  }

  @Override
  public void identityChanges(DataStream<IdentityChange> changes) {
    discard(changes, Uids.IDENTITY_CHANGES);
  }

  @Override
  public void segmentChanges(DataStream<SegmentChange> changes) {
    discard(changes, Uids.SEGMENT_CHANGES);
  }

  @Override
  public void exports(DataStream<ProfileExport> exports) {
    discard(exports, Uids.EXPORTS);
  }

  @Override
  public void erasures(DataStream<PrivacyRequest> requests) {
    discard(requests, Uids.ERASURES);
  }

  @Override
  public void deadLetters(DataStream<DeadLetter> deadLetters) {
    discard(deadLetters, Uids.DEAD_LETTERS);
  }

  private static <T> void discard(DataStream<T> stream, String uid) {
    stream.sinkTo(new DiscardingSink<>()).uid(uid).name(uid);
  }
}
