package dev.kilde.local.demo;

import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.IdentityChange;
import dev.kilde.schemas.record.IdentityChangeKind;
import dev.kilde.schemas.record.PrivacyRequest;
import dev.kilde.schemas.wire.WireForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/**
 * Everything a profile job has committed, messages of one key in order.
 *
 * @param segments who entered which segment or left it
 * @param privacy what people asked for, and what the job asked of itself
 */
record Outputs(
    List<Message> profiles,
    List<Message> changes,
    List<Message> segments,
    List<Message> exports,
    List<Message> privacy) {

  /** What stands on the topics now. */
  static Outputs on(String bootstrapServers, String prefix) {
    return new Outputs(
        all(bootstrapServers, prefix, Topic.PROFILES),
        all(bootstrapServers, prefix, Topic.IDENTITY_CHANGES),
        all(bootstrapServers, prefix, Topic.SEGMENT_CHANGES),
        all(bootstrapServers, prefix, Topic.EXPORTS),
        all(bootstrapServers, prefix, Topic.PRIVACY));
  }

  /** Keys of people who had a document and are no more. */
  Set<String> gone() {
    Set<String> told = new HashSet<>();
    Set<String> gone = new HashSet<>();
    for (Message message : profiles) {
      if (!message.isTombstone()) {
        told.add(message.key());
        gone.remove(message.key());
      } else if (told.contains(message.key())) {
        gone.add(message.key());
      }
    }
    return gone;
  }

  /** Keys of whom such changes tell; they need not have had a document. */
  Set<String> named(IdentityChangeKind... kinds) {
    return identityChanges().stream()
        .filter(change -> List.of(kinds).contains(change.getChange()))
        .map(change -> change.getTenant() + "/" + change.getFrom())
        .collect(Collectors.toSet());
  }

  /** Keys of people who are there. */
  Set<String> living() {
    Set<String> living = new HashSet<>();
    for (Message message : profiles) {
      if (message.isTombstone()) {
        living.remove(message.key());
      } else {
        living.add(message.key());
      }
    }
    return living;
  }

  /** What became of links. */
  List<IdentityChange> identityChanges() {
    return decoded(changes, Topic.IDENTITY_CHANGES, IdentityChange.class);
  }

  /** All requests, people's and the job's. */
  List<PrivacyRequest> requests() {
    return decoded(privacy, Topic.PRIVACY, PrivacyRequest.class);
  }

  private static List<Message> all(String bootstrapServers, String prefix, Topic topic) {
    return Message.all(bootstrapServers, prefix + topic.topicName());
  }

  private static <R extends SpecificRecord> List<R> decoded(
      List<Message> messages, Topic topic, Class<R> type) {
    WireForm wire = new WireForm();
    List<R> records = new ArrayList<>();
    for (Message message : messages) {
      try {
        records.add(type.cast(wire.decode(topic, message.bytes())));
      } catch (RejectedException e) {
        throw new IllegalStateException("unreadable on " + topic, e);
      }
    }
    return records;
  }
}
