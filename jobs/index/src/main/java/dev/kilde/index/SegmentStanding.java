package dev.kilde.index;

import org.jspecify.annotations.Nullable;

/**
 * All that is known of one segment.
 *
 * @param definition null if none was published: then its changes are all there is
 * @param revision of the last document, 0 before the first
 * @param dueAt when the next document is due, epoch milliseconds; {@link #NOT_DUE} if none is
 */
record SegmentStanding(
    SegmentTally tally, @Nullable SegmentDefinition definition, long revision, long dueAt) {

  static final long NOT_DUE = Long.MAX_VALUE;

  static final SegmentStanding UNKNOWN = new SegmentStanding(SegmentTally.EMPTY, null, 0, NOT_DUE);

  SegmentStanding with(SegmentTally counted) {
    return new SegmentStanding(counted, definition, revision, dueAt);
  }

  SegmentStanding with(SegmentDefinition defined) {
    return new SegmentStanding(tally, defined, revision, dueAt);
  }

  SegmentStanding dueAt(long instant) {
    return new SegmentStanding(tally, definition, revision, instant);
  }

  /** After a document: its revision grows also when the clock does not. */
  SegmentStanding told(long now) {
    long next = Math.max(revision + 1, now);
    long deletion = definition != null && definition.deleted() ? definition.holdsFrom() : now;
    return new SegmentStanding(tally, definition, next, deletion > now ? deletion : NOT_DUE);
  }

  /** Whether there is no such segment any more. */
  boolean isDeleted(long now) {
    return definition != null && definition.deleted() && definition.holdsFrom() <= now;
  }

  /** Of the definition, else the greatest that a change was judged by. */
  int version() {
    return definition == null ? tally.version() : definition.version();
  }
}
