package dev.kilde.core.identity;

/** Why an identifier or a link was not taken. */
public enum ReasonCode {
  /** The value names nobody, or the link was taken back. */
  BLOCKED("blocked"),
  /** The identifier was seen with too many people: it is shared, and nobody's. */
  LIMIT("limit"),
  /**
   * The identifier follows one of a stronger kind, somebody else; the two never merge through it.
   */
  CONFLICT("conflict"),
  /** The event's source is not trusted enough, or something trusted more is known. */
  UNTRUSTED("untrusted"),
  /** What it would correct is no longer kept. */
  TOO_LATE("too_late"),
  /** There is no such link to take back. */
  NO_SUCH_LINK("no_such_link");

  private final String code;

  ReasonCode(String code) {
    this.code = code;
  }

  /** Stable; what {@code identity-changes} says. */
  public String code() {
    return code;
  }
}
