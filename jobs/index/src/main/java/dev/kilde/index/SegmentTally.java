package dev.kilde.index;

import dev.kilde.schemas.record.SegmentChange;
import dev.kilde.schemas.record.SegmentCrossing;
import java.util.Optional;

/**
 * A segment's members, counted by those who enter and leave.
 *
 * @param version greatest version of the definition that a change was judged by, 0 before the first
 * @param changedAt of the latest change, epoch milliseconds; {@link #NEVER} before the first
 */
record SegmentTally(Crossings entered, Crossings left, int version, long changedAt) {

  static final long NEVER = Long.MIN_VALUE;

  static final SegmentTally EMPTY = new SegmentTally(Crossings.NONE, Crossings.NONE, 0, NEVER);

  /** Members now; never negative. */
  long size() {
    return entered.total() - left.total();
  }

  /**
   * With one change more; empty if it cannot be: somebody leaves a segment that has no members.
   *
   * @param change into or out of this segment
   */
  Optional<SegmentTally> with(SegmentChange change) {
    boolean enters = change.getChange() == SegmentCrossing.entered;
    if (!enters && size() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new SegmentTally(
            enters ? entered.plus(change.getCause()) : entered,
            enters ? left : left.plus(change.getCause()),
            Math.max(version, change.getVersion()),
            Math.max(changedAt, change.getAt().toEpochMilli())));
  }
}
