package dev.kilde.core.keeper;

import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.person.Claim;
import dev.kilde.core.person.Held;
import org.jspecify.annotations.Nullable;

/**
 * What is held under an event id, and where.
 *
 * @param target to whom it is passed on; null: to nobody, it is the own person's
 */
record Placed(Held held, @Nullable IdentifierKey target) {

  /** What its target was told; null: nothing. */
  @Nullable Claim told(IdentifierKey self) {
    return target == null ? null : held.counting().through(self);
  }
}
