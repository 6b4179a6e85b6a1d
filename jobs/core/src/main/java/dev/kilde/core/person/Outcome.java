package dev.kilde.core.person;

import dev.kilde.core.event.EventId;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.segment.SegmentChange;
import java.time.Instant;

/** What a person tells the world; performed by whoever holds the person. */
public sealed interface Outcome {

  /** The profile as it is to be shown from now on. */
  record Published(Profile profile) implements Outcome {}

  /**
   * Nothing is left of this person: the document goes.
   *
   * @param revision greater than that of any document before
   */
  record Retired(String tenant, ProfileId profileId, long revision, Instant at)
      implements Outcome {}

  /** The person entered a segment or left it. */
  record Sorted(String tenant, ProfileId profileId, SegmentChange change) implements Outcome {}

  /** An input ended. */
  record Settled(EventId id, Fate fate) implements Outcome {}

  /** The cap on events has taken so many of the oldest. */
  record Capped(int events) implements Outcome {}
}
