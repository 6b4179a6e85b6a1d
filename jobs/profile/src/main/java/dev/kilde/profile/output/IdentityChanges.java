package dev.kilde.profile.output;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.ReasonCode;
import dev.kilde.schemas.record.IdentityChange;
import dev.kilde.schemas.record.IdentityChangeKind;
import java.time.Instant;
import java.util.Locale;

/** Writes what became of links and identifiers as it is told: by hash, with a stable reason. */
public final class IdentityChanges {

  private IdentityChanges() {}

  /** Of a link or a person. */
  public static IdentityChange of(dev.kilde.core.keeper.IdentityChange change) {
    return new IdentityChange(
        change.tenant(),
        IdentityChangeKind.valueOf(change.kind().name().toLowerCase(Locale.ROOT)),
        change.from(),
        change.to(),
        change.refusal() == null ? null : change.refusal().code(),
        change.eventId(),
        change.at());
  }

  /** Of an identifier that names nobody, and was taken off the event. */
  public static IdentityChange blocked(
      String tenant, Identifier identifier, String eventId, Instant at) {
    return new IdentityChange(
        tenant,
        IdentityChangeKind.refused,
        IdentifierKey.of(tenant, identifier).hash(),
        null,
        ReasonCode.BLOCKED.code(),
        eventId,
        at);
  }
}
