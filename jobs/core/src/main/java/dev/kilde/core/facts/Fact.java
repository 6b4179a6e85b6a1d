package dev.kilde.core.facts;

import dev.kilde.core.event.Event;

/**
 * Something known about a person: a fold of the person's events.
 *
 * <pre>
 *   empty -- fold(e1) --> F1 -- fold(e2) --> F2 ...     e1, e2, ... in canonical order
 * </pre>
 *
 * @param <F> an immutable value
 */
public interface Fact<F> {

  /** The fact's stable name, kebab-case; its state's name once released. */
  String name();

  /** What is known of somebody nothing has happened to. */
  F empty();

  /**
   * Whether {@link #fold} may change anything for this event; a fact is read only where it says so.
   */
  boolean concerns(Event event);

  /** The fact after {@code event}; the same instance where nothing changes. */
  F fold(F before, Event event);
}
