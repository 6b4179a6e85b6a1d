package dev.kilde.schemas.rules;

import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection.Reason;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Identifiers;
import dev.kilde.schemas.record.Trust;
import java.time.Duration;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The rules every record of a topic shares: tenant, event id, time, identifiers, trust. */
final class EnvelopeRules {

  /** How far ahead of the live record's own timestamp an event may say it occurred. */
  private static final Duration MAX_AHEAD = Duration.ofHours(24);

  private final Topic topic;
  private final int tenant;
  private final int eventId;
  private final int occurredAt;
  private final int trust;
  private final @Nullable Integer identifiers;

  EnvelopeRules(Topic topic) {
    this.topic = topic;
    this.tenant = topic.schema().getField("tenant").pos();
    this.eventId = topic.schema().getField("eventId").pos();
    this.occurredAt = topic.schema().getField("occurredAt").pos();
    this.trust = topic.schema().getField("trust").pos();
    Schema.Field field = topic.schema().getField("identifiers");
    this.identifiers = field == null ? null : field.pos();
  }

  /** Checks the envelope, takes out blank identifiers, fills in trust. */
  void apply(SpecificRecord record, @Nullable Instant recordTimestamp) throws RejectedException {
    checkText("tenant", (String) record.get(tenant));
    checkText("eventId", (String) record.get(eventId));
    checkNotAhead((Instant) record.get(occurredAt), recordTimestamp);
    Identifiers given = identifiers == null ? null : normaliseIdentifiers(record, identifiers);
    if (record.get(trust) == null) {
      boolean inferred = topic == Topic.RECEIPTS && IdentifierRules.onlyCardToken(given);
      record.put(trust, inferred ? Trust.inferred : Trust.stated);
    }
  }

  private @Nullable Identifiers normaliseIdentifiers(SpecificRecord record, int position)
      throws RejectedException {
    Identifiers given = IdentifierRules.normalised((Identifiers) record.get(position));
    if (topic != Topic.RECEIPTS) {
      IdentifierRules.checkPresent(given);
    }
    record.put(position, given);
    return given;
  }

  private static void checkText(String field, @Nullable String text) throws RejectedException {
    RequiredText.check(field, text);
    RequiredText.checkLength(field, text == null ? "" : text);
  }

  private static void checkNotAhead(Instant occurredAt, @Nullable Instant recordTimestamp)
      throws RejectedException {
    if (recordTimestamp != null && occurredAt.isAfter(recordTimestamp.plus(MAX_AHEAD))) {
      throw new RejectedException(
          Reason.TIME_OUT_OF_RANGE,
          "occurredAt: %s is more than 24 h ahead of the record's own timestamp %s: is the source's clock right?"
              .formatted(occurredAt, recordTimestamp));
    }
  }
}
