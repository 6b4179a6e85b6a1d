package dev.kilde.core.event;

import java.time.Instant;

/** Something that happened to, or was done by, a person. */
public sealed interface Event
    permits ContactChanged, Engaged, OrderSnapshot, PermissionChanged, ReceiptSnapshot, Tracked {

  Envelope envelope();

  default EventId id() {
    return envelope().id();
  }

  default Instant occurredAt() {
    return envelope().occurredAt();
  }
}
