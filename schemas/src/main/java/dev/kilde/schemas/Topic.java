package dev.kilde.schemas;

import dev.kilde.schemas.record.ContactUpdate;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.record.Decision;
import dev.kilde.schemas.record.Definition;
import dev.kilde.schemas.record.Engagement;
import dev.kilde.schemas.record.IdentityChange;
import dev.kilde.schemas.record.Model;
import dev.kilde.schemas.record.Order;
import dev.kilde.schemas.record.PermissionChange;
import dev.kilde.schemas.record.PrivacyRequest;
import dev.kilde.schemas.record.Product;
import dev.kilde.schemas.record.ProfileDocument;
import dev.kilde.schemas.record.ProfileExport;
import dev.kilde.schemas.record.Receipt;
import dev.kilde.schemas.record.SegmentChange;
import dev.kilde.schemas.record.TrackingEvent;
import dev.kilde.schemas.record.Trigger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * The streams of Kilde: each topic is also a file of the same name and carries one kind of record.
 */
public enum Topic {
  /** Behaviour on the site or in the app. */
  TRACKING("tracking", TrackingEvent.getClassSchema(), true),
  /** Snapshots of orders. */
  ORDERS("orders", Order.getClassSchema(), true),
  /** Purchases and returns in stores. */
  RECEIPTS("receipts", Receipt.getClassSchema(), true),
  /** What people tell about themselves. */
  CONTACTS("contacts", ContactUpdate.getClassSchema(), true),
  /** Consent and its withdrawal. */
  PERMISSIONS("permissions", PermissionChange.getClassSchema(), true),
  /** What became of messages. */
  ENGAGEMENT("engagement", Engagement.getClassSchema(), true),
  /** The catalogue. */
  PRODUCTS("products", Product.getClassSchema(), true),
  /** Requests of people about their own data. */
  PRIVACY("privacy", PrivacyRequest.getClassSchema(), true),
  /** Segments, flows and rules. */
  DEFINITIONS("definitions", Definition.getClassSchema(), true),
  /** Numbers learned from all people; internal. */
  MODELS("models", Model.getClassSchema(), true),
  /** One document a person, the latest counts. */
  PROFILES("profiles", ProfileDocument.getClassSchema(), false),
  /** People entering and leaving segments. */
  SEGMENT_CHANGES("segment-changes", SegmentChange.getClassSchema(), false),
  /** What senders shall send; on Kafka the channel's name follows, {@code triggers-email}. */
  TRIGGERS("triggers", Trigger.getClassSchema(), false),
  /** Why somebody did or did not get a message. */
  DECISIONS("decisions", Decision.getClassSchema(), false),
  /** What became of links between identifiers. */
  IDENTITY_CHANGES("identity-changes", IdentityChange.getClassSchema(), false),
  /** Everything held on people who asked. */
  EXPORTS("exports", ProfileExport.getClassSchema(), false),
  /** Inputs that could not be taken. */
  DEAD_LETTERS("dead-letters", DeadLetter.getClassSchema(), false);

  private static final List<Topic> INPUTS = Arrays.stream(values()).filter(Topic::isInput).toList();

  private final String topicName;

  @SuppressWarnings("Immutable") // a schema of a generated class is never changed
  private final Schema schema;

  private final boolean input;

  Topic(String topicName, Schema schema, boolean input) {
    this.topicName = topicName;
    this.schema = schema;
    this.input = input;
  }

  /** Name of the topic without a configured prefix, and of the file without {@code .jsonl}. */
  public String topicName() {
    return topicName;
  }

  /** Current schema of the topic's record. */
  public Schema schema() {
    return schema;
  }

  /** Whether Kilde reads it from outside. */
  public boolean isInput() {
    return input;
  }

  /** The topic of exactly this name; empty if there is none. */
  public static Optional<Topic> named(String topicName) {
    return Arrays.stream(values()).filter(topic -> topic.topicName.equals(topicName)).findFirst();
  }

  /** All topics Kilde reads from outside. */
  public static List<Topic> inputs() {
    return INPUTS;
  }
}
