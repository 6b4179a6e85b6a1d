package dev.kilde.local.play;

import dev.kilde.schemas.Topic;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a play has come.
 *
 * @param sent what has been handed to Kafka by topic: events, repeated ones and invalid lines, not
 *     ticks
 * @param repeated how many of them had gone out before
 * @param invalid how many of them are no valid records
 * @param ticks how many ticks were told, each once for all partitions
 * @param at played event time; null before the first event
 * @param finished whether the last tick has been written
 */
public record Played(
    Map<Topic, Long> sent,
    long repeated,
    long invalid,
    long ticks,
    @Nullable Instant at,
    boolean finished) {

  /** Copies the map. */
  public Played {
    sent = Map.copyOf(sent);
  }

  /** Everything handed to Kafka but ticks. */
  public long total() {
    return sent.values().stream().mapToLong(Long::longValue).sum();
  }
}
