package dev.kilde.core.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person on the way through a flow.
 *
 * @param flow the flow's id
 * @param version of its definition; a journey ends on the one it began with
 * @param entryKey what tells this journey from others of the flow
 * @param step the step it stands at
 * @param enteredAt when it began
 * @param nextAt when it goes on by itself; null: it does not
 */
public record Journey(
    String flow,
    int version,
    String entryKey,
    String step,
    Instant enteredAt,
    @Nullable Instant nextAt) {

  /** Whether both are the same journey, wherever they stand. */
  boolean isSameAs(Journey other) {
    return flow.equals(other.flow) && entryKey.equals(other.entryKey);
  }
}
