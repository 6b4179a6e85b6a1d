package dev.kilde.profile;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.Head;
import dev.kilde.core.person.PersonStore;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One person in memory. */
public final class MemoryStore implements PersonStore {

  private @Nullable Head head;
  private List<Change> pending = List.of();
  private final Map<Fact<?>, Object> facts = new HashMap<>();
  private final Map<EventId, Event> log = new LinkedHashMap<>();

  @Override
  public @Nullable Head head() {
    return head;
  }

  @Override
  public void head(Head value) {
    head = value;
  }

  @Override
  public List<Change> pending() {
    return pending;
  }

  @Override
  public void pending(List<Change> changes) {
    pending = List.copyOf(changes);
  }

  @Override
  @SuppressWarnings("unchecked") // a fact's value is only ever stored under that fact
  public <F> @Nullable F fact(Fact<F> fact) {
    return (F) facts.get(fact);
  }

  @Override
  public <F> void fact(Fact<F> fact, F value) {
    facts.put(fact, value);
  }

  @Override
  public @Nullable Event logged(EventId id) {
    return log.get(id);
  }

  @Override
  public List<Event> log() {
    return List.copyOf(log.values());
  }

  @Override
  public void append(Event event) {
    log.put(event.id(), event);
  }

  @Override
  public void remove(EventId id) {
    log.remove(id);
  }

  @Override
  public void clear() {
    head = null;
    pending = List.of();
    facts.clear();
    log.clear();
  }
}
