package dev.kilde.core.keeper;

import dev.kilde.core.identity.ReasonCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a link or a person.
 *
 * @param from hash of the identifier, or the profile id, it starts from
 * @param to hash of the identifier it leads to; null: none
 * @param refusal null unless refused
 * @param eventId what caused it
 */
public record IdentityChange(
    String tenant,
    Kind kind,
    String from,
    @Nullable String to,
    @Nullable ReasonCode refusal,
    String eventId,
    Instant at) {

  /** What happened. */
  public enum Kind {
    /** An identifier points to somebody for the first time. */
    LINKED,
    /** It points to somebody else from here on. */
    RELINKED,
    /** A person turned out to be another. */
    RETIRED,
    /** A link or an identifier was not taken. */
    REFUSED,
    /** A link was taken back. */
    UNLINKED,
    /** A person, or what was passed on to one, was erased. */
    ERASED
  }
}
