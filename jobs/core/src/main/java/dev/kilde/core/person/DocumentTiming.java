package dev.kilde.core.person;

import dev.kilde.core.identity.ProfileId;
import java.time.Duration;
import java.time.Instant;

/** When a change of a profile is told. */
public sealed interface DocumentTiming {

  /** The instant at which a change made at {@code changedAt} is to be published, not before it. */
  Instant dueAfter(Instant changedAt);

  /**
   * The instant at which a change made by new rules at {@code changedAt} is to be published: of
   * everybody at once, so that it is not the same of everybody.
   */
  default Instant dueAfterRules(Instant changedAt, ProfileId who) {
    return dueAfter(changedAt);
  }

  /**
   * One document tells everything that changed within {@code delay} of the first change.
   *
   * @param delay taken as a millisecond where it is less: no two documents of a person share an
   *     instant, so that a revision taken from it always grows, even after everything about the
   *     person was forgotten
   */
  record Coalesced(Duration delay) implements DocumentTiming {
    /** Ten seconds of event time. */
    public static final Coalesced DEFAULT = new Coalesced(Duration.ofSeconds(10));

    private static final Duration LEAST = Duration.ofMillis(1);

    /** Over which the documents that new rules change are spread. */
    private static final Duration SPREAD = Duration.ofSeconds(30);

    @Override
    public Instant dueAfter(Instant changedAt) {
      return changedAt.plus(delay.compareTo(LEAST) < 0 ? LEAST : delay);
    }

    @Override
    public Instant dueAfterRules(Instant changedAt, ProfileId who) {
      long share = Math.floorMod(who.hex().hashCode(), SPREAD.toMillis());
      return dueAfter(changedAt).plusMillis(share);
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
