package dev.kilde.core.identity;

import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Trust;
import java.time.Instant;

/**
 * An identifier was seen together with a stronger one.
 *
 * @param target the strongest identifier on the event
 * @param since when the event occurred; the link holds from then on
 * @param cause the event
 * @param trust how far the event's source can be relied on
 */
public record Link(IdentifierKey target, Instant since, EventId cause, Trust trust) {}
