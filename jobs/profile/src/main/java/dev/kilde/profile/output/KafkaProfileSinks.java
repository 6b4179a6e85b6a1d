package dev.kilde.profile.output;

import dev.kilde.connectors.kafka.Delivery;
import dev.kilde.connectors.kafka.KafkaConnection;
import dev.kilde.connectors.kafka.KafkaOutputs;
import dev.kilde.connectors.kafka.RecordsOf;
import dev.kilde.profile.ProfileTopology;
import dev.kilde.profile.Uids;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.record.IdentityChange;
import dev.kilde.schemas.record.PrivacyRequest;
import dev.kilde.schemas.record.ProfileExport;
import dev.kilde.schemas.record.SegmentChange;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The outputs on Kafka. */
public record KafkaProfileSinks(
    KafkaConnection kafka, Delivery delivery, String transactionalIdPrefix)
    implements ProfileTopology.Sinks {

  @Override
  public void profiles(DataStream<ProfileUpdate> profiles) {
    write(profiles, new ProfileRecords(kafka.topic(Topic.PROFILES)), Uids.PROFILES);
  }

  @Override
  public void identityChanges(DataStream<IdentityChange> changes) {
    write(
        changes,
        new OutcomeRecords.OfIdentity(kafka.topic(Topic.IDENTITY_CHANGES)),
        Uids.IDENTITY_CHANGES);
  }

  @Override
  public void segmentChanges(DataStream<SegmentChange> changes) {
    write(
        changes,
        new OutcomeRecords.OfSegments(kafka.topic(Topic.SEGMENT_CHANGES)),
        Uids.SEGMENT_CHANGES);
  }

  @Override
  public void exports(DataStream<ProfileExport> exports) {
    write(exports, new OutcomeRecords.OfExports(kafka.topic(Topic.EXPORTS)), Uids.EXPORTS);
  }

  @Override
  public void erasures(DataStream<PrivacyRequest> requests) {
    write(requests, new OutcomeRecords.OfErasures(kafka.topic(Topic.PRIVACY)), Uids.ERASURES);
  }

  @Override
  public void deadLetters(DataStream<DeadLetter> deadLetters) {
    deadLetters
        .sinkTo(
            KafkaOutputs.deadLetters(
                kafka, delivery, transactionalIdPrefix + "-" + Uids.DEAD_LETTERS))
        .uid(Uids.DEAD_LETTERS)
        .name(Uids.DEAD_LETTERS);
  }

  private <T> void write(DataStream<T> stream, RecordsOf<T> records, String uid) {
    stream
        .sinkTo(KafkaOutputs.sink(kafka, delivery, transactionalIdPrefix + "-" + uid, records))
        .uid(uid)
        .name(uid);
  }
}
