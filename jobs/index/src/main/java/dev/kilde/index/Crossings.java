package dev.kilde.index;

import dev.kilde.schemas.record.SegmentCause;

/**
 * How often a segment's border was crossed one way.
 *
 * @param total all, those of causes younger than this job included
 */
record Crossings(long total, long event, long time, long definition, long merge, long correction) {

  static final Crossings NONE = new Crossings(0, 0, 0, 0, 0, 0);

  Crossings plus(SegmentCause cause) {
    return new Crossings(
        total + 1,
        event + one(cause, SegmentCause.event),
        time + one(cause, SegmentCause.time),
        definition + one(cause, SegmentCause.definition),
        merge + one(cause, SegmentCause.merge),
        correction + one(cause, SegmentCause.correction));
  }

  private static int one(SegmentCause cause, SegmentCause counted) {
    return cause == counted ? 1 : 0;
  }
}
