package dev.kilde.core.flow;

import dev.kilde.core.definition.MessageClass;
import java.time.Instant;

/**
 * A message that counts towards the caps.
 *
 * @param triggerId what was sent
 * @param channel {@code email}, {@code sms}, {@code push}
 * @param messageClass never transactional
 * @param at when
 */
public record CapSlot(String triggerId, String channel, MessageClass messageClass, Instant at) {}
