package dev.kilde.core.identity;

import dev.kilde.core.event.Identifiers;
import java.util.List;

/**
 * Whom a record names.
 *
 * @param accepted normalised; empty where it names nobody
 * @param refused in the order of kinds; mostly empty
 */
public record Named(Identifiers accepted, List<Refused> refused) {

  public Named {
    refused = List.copyOf(refused);
  }
}
