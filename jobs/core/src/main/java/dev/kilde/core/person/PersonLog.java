package dev.kilde.core.person;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A person's log, with what was written since the last flush on top of the store. */
final class PersonLog {

  private final PersonStore store;

  /** Empty: removed. */
  private final Map<EventId, Optional<Event>> unwritten = new LinkedHashMap<>();

  private long unwrittenBytes;

  PersonLog(PersonStore store) {
    this.store = store;
  }

  @Nullable Event get(EventId id) {
    Optional<Event> written = unwritten.get(id);
    return written == null ? store.logged(id) : written.orElse(null);
  }

  /** Bytes of events that wait to be written. */
  long unwrittenBytes() {
    return unwrittenBytes;
  }

  void put(Event event) {
    unwrittenBytes += event.envelope().content().bytes().length;
    unwritten.put(event.id(), Optional.of(event));
  }

  void remove(EventId id) {
    unwritten.put(id, Optional.empty());
  }

  /** Every event of the log, in no order. */
  List<Event> all() {
    List<Event> all = new ArrayList<>();
    for (Event event : store.log()) {
      if (!unwritten.containsKey(event.id())) {
        all.add(event);
      }
    }
    unwritten.values().forEach(event -> event.ifPresent(all::add));
    return all;
  }

  void flush() {
    unwritten.forEach((id, event) -> event.ifPresentOrElse(store::append, () -> store.remove(id)));
    unwritten.clear();
    unwrittenBytes = 0;
  }
}
