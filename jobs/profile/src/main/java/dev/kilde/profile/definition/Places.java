package dev.kilde.profile.definition;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Where in a file stands what was read of it: equal things may stand in several places. */
final class Places {

  private final IdentityHashMap<Object, Place> places = new IdentityHashMap<>();

  /**
   * A place.
   *
   * @param whole the mapping with one key
   * @param under what stands below the key, and is called by it
   */
  record Place(Value whole, Value under) {

    /** From 1. */
    int line() {
      return whole.node().getStartMark().orElseThrow().getLine() + 1;
    }
  }

  void put(Object read, Place place) {
    places.putIfAbsent(read, place);
  }

  /** Where the very object stands; null: it was not read here. */
  @Nullable Place of(Object read) {
    return places.get(read);
  }
}
