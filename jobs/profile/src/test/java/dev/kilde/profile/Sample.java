package dev.kilde.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilde.connectors.input.Input;
import dev.kilde.core.event.Content;
import dev.kilde.core.event.Event;
import dev.kilde.profile.ingest.Events;
import dev.kilde.schemas.InputDecoder;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.wire.WireForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One input for a test, built field by field: a line of a file, an element of a source, an event.
 * Immutable.
 */
public final class Sample {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Topic topic;
  private final Map<String, Object> fields;

  private Sample(Topic topic, Map<String, Object> fields) {
    this.topic = topic;
    this.fields = fields;
  }

  /** Of tenant {@code shop}, about nobody yet. */
  public static Sample of(Topic topic, String eventId, Instant occurredAt) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("tenant", "shop");
    fields.put("eventId", eventId);
    fields.put("occurredAt", occurredAt.toString());
    return new Sample(topic, fields);
  }

  public static Sample viewed(String eventId, Instant occurredAt, String product) {
    return of(Topic.TRACKING, eventId, occurredAt)
        .with("name", "product_viewed")
        .with("productId", product);
  }

  /** A placed order of one line, one piece of {@code product} for 100. */
  public static Sample order(String eventId, Instant occurredAt, String orderId) {
    return of(Topic.ORDERS, eventId, occurredAt)
        .with("orderId", orderId)
        .with("placedAt", occurredAt.toString())
        .with("status", "placed")
        .with("lines", List.of(line("product", 1, 100)));
  }

  /** A receipt of store {@code s}, one piece of {@code product} for 100. */
  public static Sample receipt(String eventId, Instant occurredAt, String receiptId) {
    return of(Topic.RECEIPTS, eventId, occurredAt)
        .with("receiptId", receiptId)
        .with("storeId", "s")
        .with("soldAt", occurredAt.toString())
        .with("lines", List.of(line("product", 1, 100)));
  }

  /** A request of a person: {@code erase}, {@code export} or {@code unlink}. */
  public static Sample request(String eventId, Instant occurredAt, String kind) {
    return of(Topic.PRIVACY, eventId, occurredAt).with("kind", kind);
  }

  public static Map<String, Object> line(String product, int quantity, int amount) {
    return Map.of("productId", product, "quantity", quantity, "amount", amount);
  }

  /** With one more identifier. */
  public Sample by(String kind, String value) {
    Map<String, Object> identifiers = new LinkedHashMap<>();
    if (fields.get("identifiers") instanceof Map<?, ?> given) {
      given.forEach((key, known) -> identifiers.put(String.valueOf(key), known));
    }
    identifiers.put(kind, value);
    return with("identifiers", identifiers);
  }

  public Sample byContact(String contactId) {
    return by("contactId", contactId);
  }

  /** Whether it has an identifier of this kind. */
  public boolean isBy(String kind) {
    return fields.get("identifiers") instanceof Map<?, ?> given && given.containsKey(kind);
  }

  /** With a link between two identifiers, each {@code kind:value}. */
  public Sample about(String from, String to) {
    return with("link", Map.of("from", from, "to", to));
  }

  /** With the field set, or set otherwise. */
  public Sample with(String field, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(fields);
    more.put(field, value);
    return new Sample(topic, more);
  }

  public Topic topic() {
    return topic;
  }

  public Instant occurredAt() {
    return Instant.parse(String.valueOf(fields.get("occurredAt")));
  }

  /** The JSON form, without line feed. */
  public String json() {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** As a source hands it on. */
  public Input input() {
    try {
      return Input.record(
          topic, new InputDecoder().json(topic, json().getBytes(UTF_8)), topic.topicName() + ":1");
    } catch (RejectedException e) {
      throw new AssertionError(json() + ": " + e.getMessage(), e);
    }
  }

  /** As it arrives at a stage. */
  public Event event() {
    WireForm wire = new WireForm();
    byte[] bytes = wire.encode(input().record());
    try {
      return Events.of(wire.decode(topic, bytes), Content.of(bytes)).orElseThrow();
    } catch (RejectedException e) {
      throw new AssertionError(e);
    }
  }

  /** Several events at once. */
  public static List<Event> events(Sample... samples) {
    List<Event> events = new ArrayList<>();
    for (Sample sample : samples) {
      events.add(sample.event());
    }
    return events;
  }
}
