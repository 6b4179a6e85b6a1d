package dev.kilde.core.identity;

import dev.kilde.core.event.Engaged;
import dev.kilde.core.event.Event;

/** Which events show a person with their identifiers. */
public final class Sightings {

  private Sightings() {}

  /**
   * Whether the identifiers on an event belong together. A mail scanner that opens or clicks does
   * so on a device of its own.
   */
  public static boolean links(Event event) {
    return !(event instanceof Engaged engaged && engaged.machine());
  }
}
