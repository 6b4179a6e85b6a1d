package dev.kilde.profile.replay;

import dev.kilde.connectors.files.JsonLinesSink;
import dev.kilde.connectors.input.RecordTypeInfo;
import dev.kilde.profile.ProfileTopology;
import dev.kilde.profile.Uids;
import dev.kilde.profile.output.ProfileUpdate;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.record.ProfileDocument;
import java.nio.file.Path;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * One file an output topic. A replay tells every person once, so each document is the only one and
 * nobody is retired who was told of.
 */
record ReplaySinks(Path folder) implements ProfileTopology.Sinks {

  static final String DOCUMENTS = "documents";

  @Override
  public void profiles(DataStream<ProfileUpdate> profiles) {
    profiles
        .flatMap(new Documents(), RecordTypeInfo.of(Topic.PROFILES, ProfileDocument.class))
        .uid(DOCUMENTS)
        .name(DOCUMENTS)
        .sinkTo(new JsonLinesSink<>(folder, Topic.PROFILES))
        .setParallelism(1)
        .uid(Uids.PROFILES)
        .name(Uids.PROFILES);
  }

  @Override
  public void deadLetters(DataStream<DeadLetter> deadLetters) {
    deadLetters
        .sinkTo(new JsonLinesSink<>(folder, Topic.DEAD_LETTERS))
        .setParallelism(1)
        .uid(Uids.DEAD_LETTERS)
        .name(Uids.DEAD_LETTERS);
  }
}
