package dev.kilde.core.flow;

import java.time.Instant;

/**
 * A step that was sent and is not sent again.
 *
 * @param flow the flow's id
 * @param entryKey the journey's
 * @param step the step's id
 * @param triggerId what was sent
 * @param at when
 */
public record SentStep(String flow, String entryKey, String step, String triggerId, Instant at) {

  /** Whether both are the same step of the same journey. */
  boolean isSameAs(SentStep other) {
    return flow.equals(other.flow) && entryKey.equals(other.entryKey) && step.equals(other.step);
  }
}
