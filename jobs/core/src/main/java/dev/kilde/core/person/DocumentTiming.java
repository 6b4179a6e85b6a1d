package dev.kilde.core.person;

import java.time.Duration;
import java.time.Instant;

/** When a change of a profile is told. */
public sealed interface DocumentTiming {

  /** The instant at which a change made at {@code changedAt} is to be published, not before it. */
  Instant dueAfter(Instant changedAt);

  /** One document tells everything that changed within {@code delay} of the first change. */
  record Coalesced(Duration delay) implements DocumentTiming {
    /** Ten seconds of event time. */
    public static final Coalesced DEFAULT = new Coalesced(Duration.ofSeconds(10));

    @Override
    public Instant dueAfter(Instant changedAt) {
      return changedAt.plus(delay);
    }
  }

  /** Every person once, as of one instant: a replay. */
  record Once(Instant asOf) implements DocumentTiming {
    @Override
    public Instant dueAfter(Instant changedAt) {
      return changedAt.isAfter(asOf) ? changedAt : asOf;
    }
  }
}
