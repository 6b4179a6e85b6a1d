package dev.kilde.core.identity;

import dev.kilde.core.event.Identifier;

/**
 * An identifier that does not count.
 *
 * @param identifier normalised as far as it can be: a phone number that is none as it was given
 */
public record Refused(Identifier identifier, Refusal why) {}
