package dev.kilde.core.keeper;

import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.ReasonCode;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells what became of one identifier's links and person. */
record Reports(String tenant, IdentifierKey self) {

  /** The same of another identifier of the tenant. */
  Reports of(IdentifierKey other) {
    return new Reports(tenant, other);
  }

  /** A link was taken, or taken back. */
  void changed(
      IdentityChange.Kind kind,
      IdentifierKey to,
      String cause,
      Instant at,
      Consumer<Effect> effects) {
    report(kind, self.hash(), to.hash(), null, cause, at, effects);
  }

  /** A link, or an unlinking, was not taken. */
  void refused(
      ReasonCode refusal, IdentifierKey to, String cause, Instant at, Consumer<Effect> effects) {
    report(IdentityChange.Kind.REFUSED, self.hash(), to.hash(), refusal, cause, at, effects);
  }

  /** The person turned out to be another. */
  void retired(
      String profileId, IdentifierKey to, String cause, Instant at, Consumer<Effect> effects) {
    report(IdentityChange.Kind.RETIRED, profileId, to.hash(), null, cause, at, effects);
  }

  /**
   * Somebody was erased here.
   *
   * @param from the profile id of a person, the identifier's hash where it was somebody else's
   */
  void erased(String from, String request, Instant at, Consumer<Effect> effects) {
    report(IdentityChange.Kind.ERASED, from, null, null, request, at, effects);
  }

  private void report(
      IdentityChange.Kind kind,
      String from,
      @Nullable String to,
      @Nullable ReasonCode refusal,
      String cause,
      Instant at,
      Consumer<Effect> effects) {
    effects.accept(
        new Effect.Reported(new IdentityChange(tenant, kind, from, to, refusal, cause, at)));
  }
}
