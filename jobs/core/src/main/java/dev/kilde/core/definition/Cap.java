package dev.kilde.core.definition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * At most so many messages to one person in any span {@code (now - within, now]}.
 *
 * @param channel {@code email}, {@code sms}, {@code push}; null: over all channels together
 * @param messageClass the messages that count and are capped; never transactional
 * @param atMost 0: none at all
 * @param within longer than zero
 */
public record Cap(
    @Nullable String channel, MessageClass messageClass, int atMost, Duration within) {

  /**
   * @throws IllegalArgumentException for a cap on transactional messages, a negative number or a
   *     span that is not longer than zero
   */
  public Cap {
    if (messageClass == MessageClass.TRANSACTIONAL) {
      throw new IllegalArgumentException("transactional messages are never capped");
    }
    if (atMost < 0) {
      throw new IllegalArgumentException("atMost is negative: " + atMost);
    }
    if (within.isNegative() || within.isZero()) {
      throw new IllegalArgumentException("within is not longer than zero: " + within);
    }
  }
}
