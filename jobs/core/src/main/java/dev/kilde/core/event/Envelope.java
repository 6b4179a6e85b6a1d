package dev.kilde.core.event;

import java.time.Instant;

/**
 * What every event carries.
 *
 * @param tenant whose data this is; never empty
 * @param id unique per tenant and stream
 * @param occurredAt event time, millisecond precision
 * @param identifiers normalised; empty for an anonymous receipt
 * @param trust how far the identifiers can be relied on
 * @param content canonical encoding of the whole event
 */
public record Envelope(
    String tenant,
    EventId id,
    Instant occurredAt,
    Identifiers identifiers,
    Trust trust,
    Content content) {

  /** The same, naming nobody. */
  Envelope anonymous() {
    return new Envelope(tenant, id, occurredAt, Identifiers.NONE, trust, content);
  }
}
