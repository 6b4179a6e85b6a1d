package dev.kilde.profile.output;

import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.segment.Cause;
import dev.kilde.schemas.record.SegmentCause;
import dev.kilde.schemas.record.SegmentChange;
import dev.kilde.schemas.record.SegmentCrossing;

/** Writes changes of memberships as the records others read. */
public final class SegmentChanges {

  private SegmentChanges() {}

  /** Of a person of a tenant. */
  public static SegmentChange of(
      String tenant, ProfileId person, dev.kilde.core.segment.SegmentChange change) {
    return SegmentChange.newBuilder()
        .setTenant(tenant)
        .setProfileId(person.hex())
        .setSegment(change.segment())
        .setVersion(change.version())
        .setChange(change.entered() ? SegmentCrossing.entered : SegmentCrossing.left)
        .setCause(cause(change.cause()))
        .setEvidence(change.evidence())
        .setAt(change.at())
        .build();
  }

  private static SegmentCause cause(Cause cause) {
    return switch (cause) {
      case EVENT -> SegmentCause.event;
      case MERGE -> SegmentCause.merge;
      case CORRECTION -> SegmentCause.correction;
      case DEFINITION -> SegmentCause.definition;
      case TIME -> SegmentCause.time;
    };
  }
}
