package dev.kilde.index;

import dev.kilde.schemas.record.Definition;
import org.jspecify.annotations.Nullable;

/**
 * What the latest definition of a segment says.
 *
 * @param statedAt when its author said so, epoch milliseconds
 * @param holdsFrom epoch milliseconds; later than {@code statedAt} if it was announced
 * @param name null if it has none
 */
record SegmentDefinition(
    long statedAt, long holdsFrom, int version, boolean deleted, @Nullable String name) {

  /**
   * Of a valid record.
   *
   * @param name found in its YAML
   */
  static SegmentDefinition of(Definition definition, SegmentName name) {
    long statedAt = definition.getOccurredAt().toEpochMilli();
    return new SegmentDefinition(
        statedAt,
        definition.getEffectiveAt() == null ? statedAt : definition.getEffectiveAt().toEpochMilli(),
        definition.getVersion(),
        definition.getDeleted(),
        name.text());
  }

  /** Whether it takes the place of {@code other}: said later, or at once with a higher version. */
  boolean replaces(@Nullable SegmentDefinition other) {
    return other == null
        || statedAt > other.statedAt
        || (statedAt == other.statedAt && version >= other.version);
  }
}
