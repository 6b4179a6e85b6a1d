package dev.kilde.core.identity.worlds;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;

/**
 * An event, and whose it is.
 *
 * @param who the strongest identifier of the person it belongs to
 * @param asFolded the event as that person is told of it: naming nobody where it names another
 */
record Happening(Event event, Identifier who, Event asFolded) {}
