package dev.kilde.local.play;

import dev.kilde.schemas.Topic;
import java.time.Duration;
import java.util.List;

/**
 * How to play.
 *
 * @param topicPrefix put before every topic's name; may be empty
 * @param ticking the topics that get ticks, each into all its partitions
 * @param tickEvery a tick at least after so much wall time, if played time has moved
 * @param tickEveryPlayed a tick at least after so much played event time
 * @param lateness how much later than they occurred events may go out; ticks stay as far behind
 * @param outOfOrderness the bound that the job allows after a tick
 * @param coalescing how long the job waits with a profile document
 */
public record PlayOptions(
    String topicPrefix,
    List<Topic> ticking,
    Duration tickEvery,
    Duration tickEveryPlayed,
    Duration lateness,
    Duration outOfOrderness,
    Duration coalescing) {

  /** Every input topic ticks each second and each six played hours; bound and coalescing 10 s. */
  public static final PlayOptions DEFAULT =
      new PlayOptions(
          "",
          Topic.inputs(),
          Duration.ofSeconds(1),
          Duration.ofHours(6),
          Disorder.LATEST,
          Duration.ofSeconds(10),
          Duration.ofSeconds(10));

  /**
   * @throws IllegalArgumentException if an interval is not above, or a bound below zero
   */
  public PlayOptions {
    ticking = List.copyOf(ticking);
    if (tickEvery.isNegative()
        || tickEvery.isZero()
        || tickEveryPlayed.isNegative()
        || tickEveryPlayed.isZero()) {
      throw new IllegalArgumentException("ticks need an interval above zero");
    }
    if (lateness.isNegative() || outOfOrderness.isNegative() || coalescing.isNegative()) {
      throw new IllegalArgumentException(
          "lateness, outOfOrderness and coalescing must not be below zero");
    }
  }

  /** Name of a topic on Kafka. */
  String nameOf(Topic topic) {
    return topicPrefix + topic.topicName();
  }

  /** The same with another prefix. */
  public PlayOptions withTopicPrefix(String other) {
    return new PlayOptions(
        other, ticking, tickEvery, tickEveryPlayed, lateness, outOfOrderness, coalescing);
  }

  /** The same with other bounds of the job. */
  public PlayOptions withBounds(Duration otherOutOfOrderness, Duration otherCoalescing) {
    return new PlayOptions(
        topicPrefix,
        ticking,
        tickEvery,
        tickEveryPlayed,
        lateness,
        otherOutOfOrderness,
        otherCoalescing);
  }

  /** The same with ticks at other intervals. */
  public PlayOptions withTicks(Duration wall, Duration played) {
    return new PlayOptions(
        topicPrefix, ticking, wall, played, lateness, outOfOrderness, coalescing);
  }
}
