package dev.kilde.connectors.files;

import java.io.Serializable;
import java.time.Duration;

/**
 * How often a replay ticks. A tick may stand before every instant at which something occurred; it
 * stands there only when enough has happened since the last one, so that ticks do not outnumber
 * records. The result of a job does not depend on it, only how much waits in memory.
 *
 * @param records tick when this many records have passed since the last tick, at least 1
 * @param eventMillis tick when this much event time has passed since the last tick, in
 *     milliseconds, at least 1
 */
public record Pace(int records, long eventMillis) implements Serializable {

  /** Every 256 records, and every hour of event time. */
  public static final Pace DEFAULT = new Pace(256, Duration.ofHours(1).toMillis());

  /** Before each new instant. */
  public static final Pace EVERY_INSTANT = new Pace(1, 1);

  /** Checks the bounds. */
  public Pace {
    if (records < 1 || eventMillis < 1) {
      throw new IllegalArgumentException("a pace is at least 1 record and 1 ms: " + this);
    }
  }
}
