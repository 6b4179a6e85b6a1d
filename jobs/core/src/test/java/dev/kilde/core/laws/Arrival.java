package dev.kilde.core.laws;

import dev.kilde.core.person.Change;

/** A change on its way to one of several people. */
record Arrival(int person, Change change) {

  /** What one source tells of one event keeps its order on the way to one person. */
  record Lane(int person, dev.kilde.core.event.EventId id) {}

  Lane lane() {
    return new Lane(person, change.id());
  }
}
