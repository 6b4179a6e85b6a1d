package dev.kilde.profile.replay;

import dev.kilde.connectors.files.JsonLinesSink;
import dev.kilde.connectors.input.RecordTypeInfo;
import dev.kilde.profile.ProfileTopology;
import dev.kilde.profile.Uids;
import dev.kilde.profile.explain.ExplainFolder;
import dev.kilde.profile.output.ProfileUpdate;
import dev.kilde.profile.rules.RuleUpdate;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.record.IdentityChange;
import dev.kilde.schemas.record.PrivacyRequest;
import dev.kilde.schemas.record.ProfileDocument;
import dev.kilde.schemas.record.ProfileExport;
import dev.kilde.schemas.record.SegmentChange;
import java.nio.file.Path;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * One file an output topic. A replay tells every person once, so each document is the only one and
 * nobody is retired who was told of. Beside them what explains the judgements.
 *
 * @param folder of the outputs
 * @param work of the erasures that have to be read in another pass
 */
record ReplaySinks(Path folder, Path work) implements ProfileTopology.Sinks {

  static final String DOCUMENTS = "documents";
  static final String KNOWN = "known";
  static final String RULES = "rules";

  @Override
  public void profiles(DataStream<ProfileUpdate> profiles) {
    profiles
        .flatMap(new Documents(), RecordTypeInfo.of(Topic.PROFILES, ProfileDocument.class))
        .uid(DOCUMENTS)
        .name(DOCUMENTS)
        .sinkTo(new JsonLinesSink<ProfileDocument>(folder, Topic.PROFILES))
        .setParallelism(1)
        .uid(Uids.PROFILES)
        .name(Uids.PROFILES);
  }

  @Override
  public void identityChanges(DataStream<IdentityChange> changes) {
    write(changes, folder, Topic.IDENTITY_CHANGES, Uids.IDENTITY_CHANGES);
  }

  @Override
  public void segmentChanges(DataStream<SegmentChange> changes) {
    write(changes, folder, Topic.SEGMENT_CHANGES, Uids.SEGMENT_CHANGES);
  }

  @Override
  public void exports(DataStream<ProfileExport> exports) {
    write(exports, folder, Topic.EXPORTS, Uids.EXPORTS);
  }

  @Override
  public void erasures(DataStream<PrivacyRequest> requests) {
    write(requests, work, Topic.PRIVACY, Uids.ERASURES);
  }

  @Override
  public void deadLetters(DataStream<DeadLetter> deadLetters) {
    write(deadLetters, folder, Topic.DEAD_LETTERS, Uids.DEAD_LETTERS);
  }

  @Override
  public void known(DataStream<String> people) {
    people.sinkTo(ExplainFolder.in(folder).people()).setParallelism(1).uid(KNOWN).name(KNOWN);
  }

  @Override
  public void rules(DataStream<RuleUpdate> rules) {
    rules.sinkTo(ExplainFolder.in(folder).published()).setParallelism(1).uid(RULES).name(RULES);
  }

  private static <T extends SpecificRecord> void write(
      DataStream<T> stream, Path folder, Topic topic, String uid) {
    stream.sinkTo(new JsonLinesSink<T>(folder, topic)).setParallelism(1).uid(uid).name(uid);
  }
}
