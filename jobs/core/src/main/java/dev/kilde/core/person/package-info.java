/** The event-sourced person: log, fold and refold, time, outcomes. */
@NullMarked
package dev.kilde.core.person;

import org.jspecify.annotations.NullMarked;
