package dev.kilde.core.segment;

import java.time.Instant;
import java.util.List;

/**
 * Somebody entered a segment or left it.
 *
 * @param segment its id
 * @param version of the definition
 * @param entered else left
 * @param evidence ids of the events, or the conditions that changed in words; may be empty
 */
public record SegmentChange(
    String segment, int version, boolean entered, Cause cause, List<String> evidence, Instant at) {
  public SegmentChange {
    evidence = List.copyOf(evidence);
  }
}
