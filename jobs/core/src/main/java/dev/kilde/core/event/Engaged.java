package dev.kilde.core.event;

import org.jspecify.annotations.Nullable;

/**
 * A message's fate.
 *
 * @param channel as in {@link PermissionChanged#channel()}, {@code email} where not said
 * @param messageId the sender's id of the message
 * @param machine opened or clicked by a scanner or proxy, not by a person
 */
public record Engaged(
    Envelope envelope,
    String channel,
    EngagementKind kind,
    @Nullable String messageId,
    boolean machine)
    implements Event {}
