package dev.kilde.profile.definition;

import dev.kilde.core.definition.Limits;
import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.SharingLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds {@code identity.yaml} against {@code limits.yaml}: a kind whose links are kept as people
 * are counts people over no longer than that.
 *
 * <pre>
 *   limits.yaml    retention: { behaviour: 60d, purchases: 30d }
 *   identity.yaml  limits: { email: { atMost: 5, within: 61d } }    email: 61 > 60
 *   built in       cardToken: { atMost: 5, within: 90d }            cardToken: 90 > 60
 * </pre>
 *
 * <p>Where {@code limits.yaml} leaves one of the two spans open the job's options decide, which
 * nobody knows here.
 */
final class SpansKept {

  private SpansKept() {}

  /**
   * Tells what is wrong where the author can change it: at the limit, or where that is built in at
   * the retention.
   *
   * @param limitsFile null: there is none
   * @param identityFile null: there is none
   */
  static void check(
      Limits limits,
      @Nullable Value limitsFile,
      IdentityRules identity,
      @Nullable Value identityFile) {
    Retention people = limits.retention();
    Duration kept = people == null ? null : people.linksKeptFor();
    if (limitsFile == null || kept == null) {
      return;
    }
    Map<IdentifierKind, Value> given = givenLimits(identityFile);
    List<String> builtIn = new ArrayList<>();
    for (IdentifierKind kind : identity.order()) {
      SharingLimit limit = identity.limit(kind);
      if (limit == null
          || identity.retention().containsKey(kind)
          || limit.within().compareTo(kept) <= 0) {
        continue;
      }
      Value at = given.get(kind);
      if (at == null) {
        builtIn.add(kind.field() + " over " + DurationText.of(limit.within()));
      } else {
        tellLimit(at, limit, kept);
      }
    }
    if (!builtIn.isEmpty()) {
      tellRetention(limitsFile, builtIn, kept);
    }
  }

  private static void tellLimit(Value at, SharingLimit limit, Duration kept) {
    at.wrong(
        at.name()
            + " counts people over "
            + DurationText.of(limit.within())
            + ", but is kept as people are, for "
            + DurationText.of(kept)
            + " only",
        "shorten within, or lengthen retention in limits.yaml");
  }

  private static void tellRetention(Value limitsFile, List<String> counted, Duration kept) {
    Value retention =
        Objects.requireNonNull(
            Objects.requireNonNull(limitsFile.openMapping()).values().get("retention"));
    retention.wrong(
        "people are kept for "
            + DurationText.of(kept)
            + " only, but the limits built in count them over more: "
            + String.join(", ", counted),
        "lengthen it, or give limits of identity.yaml a shorter within");
  }

  private static Map<IdentifierKind, Value> givenLimits(@Nullable Value identityFile) {
    Fields fields = identityFile == null ? null : identityFile.openMapping();
    Map<IdentifierKind, Value> given = fields == null ? null : fields.optional("limits", Kinds::of);
    return given == null ? Map.of() : given;
  }
}
