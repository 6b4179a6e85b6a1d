package dev.kilde.index;

import dev.kilde.connectors.input.Input;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Definition;
import dev.kilde.schemas.record.SegmentCause;
import dev.kilde.schemas.record.SegmentChange;
import dev.kilde.schemas.record.SegmentCrossing;
import java.time.Instant;

/** Sample news of segments. */
final class Segments {
  static final Instant T = Instant.parse("2026-03-01T10:00:00Z");

  private Segments() {}

  static SegmentChange change(
      String segment, int person, SegmentCrossing change, SegmentCause cause) {
    return SegmentChange.newBuilder()
        .setTenant("acme")
        .setProfileId("%032x".formatted(person))
        .setSegment(segment)
        .setVersion(1)
        .setChange(change)
        .setCause(cause)
        .setAt(T.plusSeconds(person))
        .build();
  }

  static Definition definition(String segment, int version, Instant occurredAt, String yaml) {
    return Definition.newBuilder()
        .setTenant("acme")
        .setEventId(segment + "-" + version + "-" + occurredAt)
        .setOccurredAt(occurredAt)
        .setKind("segment")
        .setId(segment)
        .setVersion(version)
        .setYaml(yaml)
        .build();
  }

  static Definition deletion(String segment, int version, Instant occurredAt) {
    return Definition.newBuilder(definition(segment, version, occurredAt, null))
        .setDeleted(true)
        .build();
  }

  static Input entered(String segment, int person) {
    return news(change(segment, person, SegmentCrossing.entered, SegmentCause.event));
  }

  static Input left(String segment, int person) {
    return news(change(segment, person, SegmentCrossing.left, SegmentCause.time));
  }

  static Input news(SegmentChange change) {
    return Input.record(Topic.SEGMENT_CHANGES, change, "segment-changes/0/0");
  }

  static Input news(Definition definition) {
    return Input.record(Topic.DEFINITIONS, definition, "definitions/0/0");
  }
}
