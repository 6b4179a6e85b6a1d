package dev.kilde.core.keeper;

import dev.kilde.core.identity.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * What became of a link.
 *
 * @param change what is told of it; null: nothing, it says what is known
 * @param refusal why it was refused; null unless it was
 */
record LinkVerdict(IdentityChange.@Nullable Kind change, @Nullable ReasonCode refusal) {

  /** Says what is known. */
  static final LinkVerdict KNOWN = new LinkVerdict(null, null);

  /** Refused, and not told of once more. */
  static final LinkVerdict UNCOUNTED = new LinkVerdict(null, ReasonCode.LIMIT);

  static LinkVerdict of(IdentityChange.Kind change) {
    return new LinkVerdict(change, null);
  }

  static LinkVerdict refused(ReasonCode refusal) {
    return new LinkVerdict(IdentityChange.Kind.REFUSED, refusal);
  }
}
