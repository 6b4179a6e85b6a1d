package dev.kilde.core.person;

import dev.kilde.core.event.Event;
import dev.kilde.core.segment.Cause;

/** An event that came to a person, or went. */
record Happening(Event event, Cause cause) {}
