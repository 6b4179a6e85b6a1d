package dev.kilde.core.definition;

/** What a message is for, which decides the permission it needs and whether it is capped. */
public enum MessageClass {
  /** Part of a transaction the person began; needs no grant, neither capped nor counted. */
  TRANSACTIONAL,
  /** Neutral service to a customer; needs no grant, never goes against a revocation. */
  SERVICE,
  /** Everything that sells; needs a grant. */
  MARKETING
}
