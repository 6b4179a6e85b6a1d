package dev.kilde.profile.output;

import dev.kilde.connectors.kafka.Delivery;
import dev.kilde.connectors.kafka.KafkaConnection;
import dev.kilde.connectors.kafka.KafkaOutputs;
import dev.kilde.profile.ProfileTopology;
import dev.kilde.profile.Uids;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The outputs on Kafka. */
public record KafkaProfileSinks(
    KafkaConnection kafka, Delivery delivery, String transactionalIdPrefix)
    implements ProfileTopology.Sinks {

  @Override
  public void profiles(DataStream<ProfileUpdate> profiles) {
    profiles
        .sinkTo(
            KafkaOutputs.sink(
                kafka,
                delivery,
                transactionalIdPrefix + "-" + Uids.PROFILES,
                new ProfileRecords(kafka.topic(Topic.PROFILES))))
        .uid(Uids.PROFILES)
        .name(Uids.PROFILES);
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
}
