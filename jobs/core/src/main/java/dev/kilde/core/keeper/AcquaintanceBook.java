package dev.kilde.core.keeper;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Identifiers;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.person.Claim;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an identifier is written and which weaker ones came with it, read when it is asked for. */
final class AcquaintanceBook {

  private final IdentifierKind self;
  private final IdentityRules rules;
  private final Retention retention;
  private final KeeperStore store;
  private @Nullable Acquaintance acquaintance;
  private boolean changed;

  AcquaintanceBook(IdentifierKind self, Standing standing, KeeperStore store, Keeper.Rules rules) {
    this.self = self;
    this.rules = rules.identity();
    this.retention = rules.person().retention();
    this.store = store;
    this.acquaintance = standing.known() ? store.acquaintance() : null;
  }

  /** Null: no weaker identifier ever came with it. */
  @Nullable Acquaintance get() {
    return acquaintance;
  }

  /**
   * Takes note of the weaker identifiers an event names beside this one. A purchase that is here by
   * another of its newest snapshot's names has weaker ones of that name's, which {@link
   * Message.Acquainted} tells it.
   */
  void meet(Claim claim) {
    Acquaintance met = of(claim);
    if (met != null) {
      meet(met.self(), met.weaker(), claim.event().occurredAt());
    }
  }

  /** What one event alone says; null: it names no weaker identifier beside this one. */
  @Nullable Acquaintance of(Claim claim) {
    if (claim.source() != null || claim.foreign()) {
      return null;
    }
    Identifiers named = claim.event().envelope().identifiers();
    List<Identifier> weaker = rules.weaker(named);
    return rules
        .strongest(named)
        .filter(strongest -> strongest.kind() == self && !weaker.isEmpty())
        .map(strongest -> Acquaintance.of(strongest).with(weaker, claim.event().occurredAt()))
        .orElse(null);
  }

  /** Takes note of weaker identifiers seen with this one. */
  void meet(Identifier self, List<Identifier> weaker, Instant at) {
    if (weaker.isEmpty()) {
      return;
    }
    Acquaintance before = acquaintance == null ? Acquaintance.of(self) : acquaintance;
    Acquaintance after = before.with(weaker, at);
    if (!after.equals(acquaintance)) {
      acquaintance = after;
      changed = true;
    }
  }

  /** When the last link of a weaker identifier can no longer be corrected; null: never. */
  @Nullable Instant expiresAt() {
    return acquaintance == null ? null : retention.expiryOfLink(acquaintance.until());
  }

  /** Forgets those whose links, and events with them, are past retention. */
  void expire(Instant now) {
    Instant expiry = expiresAt();
    if (expiry != null && !expiry.isAfter(now)) {
      forget();
    }
  }

  void forget() {
    acquaintance = null;
    changed = true;
  }

  void flush() {
    if (changed) {
      store.acquaintance(acquaintance);
      changed = false;
    }
  }
}
