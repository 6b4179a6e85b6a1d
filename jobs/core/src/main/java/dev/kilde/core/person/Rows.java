package dev.kilde.core.person;

import dev.kilde.core.event.EventId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one key, each under an event's id: a map state in the job, a map in tests.
 *
 * @param <V> an immutable value
 */
public interface Rows<V> {

  /** Null: there is none. */
  @Nullable V get(EventId id);

  /** All of them, in any order. */
  List<V> all();

  void put(EventId id, V value);

  void remove(EventId id);
}
