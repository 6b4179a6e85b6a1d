package dev.kilde.schemas;

import dev.kilde.schemas.record.Identifiers;
import dev.kilde.schemas.record.Trust;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to what every input record carries. For records that {@link InputDecoder} has
 * passed; of a record that is no input, {@link IllegalArgumentException}.
 */
public final class Envelopes {

  private Envelopes() {}

  /** Tenant the record belongs to. */
  public static String tenant(SpecificRecord input) {
    return (String) required(input, "tenant");
  }

  /** Id of the event, unique per tenant and topic. */
  public static String eventId(SpecificRecord input) {
    return (String) required(input, "eventId");
  }

  /** When it happened. */
  public static Instant occurredAt(SpecificRecord input) {
    return (Instant) required(input, "occurredAt");
  }

  /** How far the source is to be believed. */
  public static Trust trust(SpecificRecord input) {
    return (Trust) required(input, "trust");
  }

  /** Who it is about; null for records about nobody and for anonymous receipts. */
  public static @Nullable Identifiers identifiers(SpecificRecord input) {
    Schema.Field field = input.getSchema().getField("identifiers");
    return field == null ? null : (Identifiers) input.get(field.pos());
  }

  private static Object required(SpecificRecord input, String name) {
    Schema.Field field = input.getSchema().getField(name);
    Object value = field == null ? null : input.get(field.pos());
    if (value == null) {
      throw new IllegalArgumentException(
          input.getSchema().getName() + " has no " + name + ": only decoded inputs have one");
    }
    return value;
  }
}
