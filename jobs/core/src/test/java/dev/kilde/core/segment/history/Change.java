package dev.kilde.core.segment.history;

import java.time.Instant;
import java.util.Comparator;

/** Somebody entered a segment at an instant, or left it. */
record Change(Instant at, String segment, boolean entered) {

  static final Comparator<Change> IN_ORDER =
      Comparator.comparing(Change::at).thenComparing(Change::segment);

  @Override
  public String toString() {
    return segment + (entered ? " entered at " : " left at ") + at;
  }
}
