package dev.kilde.profile.definition;

import static java.util.Objects.requireNonNullElse;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.SharingLimit;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The parts {@code limits} and {@code retention} of {@code identity.yaml}: with how many people an
 * identifier may be seen, and how long that can be told.
 *
 * @param limits kinds that are not named keep what is built in; the strongest has none
 * @param retention kinds that are not named keep what is built in
 */
record SharingReader(
    Map<IdentifierKind, SharingLimit> limits, Map<IdentifierKind, Retention> retention) {

  /** For {@code limits}: never shared. */
  private static final String NONE = "none";

  /** For {@code retention}: as long as people's. */
  private static final String PEOPLE = "people";

  private static final int MOST_PEOPLE = 10_000;
  private static final Duration LONGEST = Duration.ofDays(3650);
  private static final Duration LONGEST_RETENTION = Duration.ofDays(36_500);

  /**
   * Both parts; where something was wrong, the default, after telling the problem.
   *
   * @param strongest null if {@code order} does not tell
   */
  static SharingReader read(Fields fields, @Nullable IdentifierKind strongest) {
    Map<IdentifierKind, Value> limits = part(fields, "limits");
    Map<IdentifierKind, Value> retention = part(fields, "retention");
    SharingReader read =
        new SharingReader(
            new EnumMap<>(IdentityRules.DEFAULT.limits()),
            new EnumMap<>(IdentityRules.DEFAULT.retention()));
    if (strongest != null) {
      read.limits.remove(strongest);
    }
    limits.forEach((kind, value) -> read.readLimit(kind, value, kind == strongest));
    retention.forEach(read::readRetention);
    read.limits.forEach(
        (kind, limit) -> read.check(kind, limit, limits.get(kind), retention.get(kind)));
    return read;
  }

  private static Map<IdentifierKind, Value> part(Fields fields, String key) {
    return requireNonNullElse(fields.optional(key, Kinds::of), Map.of());
  }

  private void readLimit(IdentifierKind kind, Value value, boolean strongest) {
    if (is(NONE, value)) {
      limits.remove(kind);
      return;
    }
    SharingLimit limit = limit(value);
    if (strongest) {
      value.wrong(
          value.name() + " is the strongest kind: there are no people to count it with",
          "remove this line, or put a stronger kind first in order");
    } else if (limit != null) {
      limits.put(kind, limit);
    }
  }

  private static @Nullable SharingLimit limit(Value value) {
    Fields fields = value.mapping("atMost", "within");
    if (fields == null) {
      return null;
    }
    Integer atMost =
        fields.required("atMost", "atMost: 5", each -> each.wholeNumber(1, MOST_PEOPLE));
    Duration within =
        fields.required(
            "within", "within: 30d", each -> each.duration(Duration.ofMinutes(1), LONGEST));
    return atMost == null || within == null ? null : new SharingLimit(atMost, within);
  }

  private void readRetention(IdentifierKind kind, Value value) {
    if (is(PEOPLE, value)) {
      retention.remove(kind);
      return;
    }
    Retention kept = retention(value);
    if (kept != null) {
      retention.put(kind, kept);
    }
  }

  private static @Nullable Retention retention(Value value) {
    if (!(value.node() instanceof MappingNode)) {
      Duration both = kept(value);
      return both == null ? null : new Retention(both, both);
    }
    Fields fields = value.mapping("behaviour", "purchases");
    if (fields == null) {
      return null;
    }
    Duration behaviour = fields.required("behaviour", "behaviour: 400d", SharingReader::kept);
    Duration purchases = fields.required("purchases", "purchases: 1825d", SharingReader::kept);
    return behaviour == null || purchases == null ? null : new Retention(behaviour, purchases);
  }

  private static @Nullable Duration kept(Value value) {
    return value.duration(Duration.ofDays(1), LONGEST_RETENTION);
  }

  /**
   * People whose links are no longer kept cannot be counted. Kinds kept as people are: {@link
   * SpansKept}.
   */
  private void check(
      IdentifierKind kind, SharingLimit limit, @Nullable Value limitAt, @Nullable Value keptAt) {
    Retention own = retention.get(kind);
    Duration kept = own == null ? null : own.linksKeptFor();
    if (kept == null || kept.compareTo(limit.within()) >= 0) {
      return;
    }
    String counted = DurationText.of(limit.within());
    if (limitAt != null) {
      limitAt.wrong(
          kind.field()
              + " counts people over "
              + counted
              + ", but is kept for "
              + DurationText.of(kept)
              + " only",
          "shorten within, or lengthen retention");
    } else if (keptAt != null) {
      keptAt.wrong(
          kind.field()
              + " is kept for "
              + DurationText.of(kept)
              + " only, but its limit counts people over "
              + counted,
          "lengthen it, or give limits a shorter within");
    }
  }

  private static boolean is(String word, Value value) {
    return value.node() instanceof ScalarNode scalar && scalar.getValue().equals(word);
  }
}
