package dev.kilde.profile.person;

import dev.kilde.core.Catalogue;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.Head;
import dev.kilde.core.person.PersonStore;
import dev.kilde.profile.States;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/** The person of the current key in Flink's keyed state. */
final class KeyedPersonStore implements PersonStore {

  private final ValueState<Head> head;
  private final ListState<Change> pending;
  private final MapState<String, Event> log;
  private final Map<Fact<?>, ValueState<?>> facts = new HashMap<>();

  KeyedPersonStore(RuntimeContext context) {
    head = context.getState(States.HEAD);
    pending = context.getListState(States.PENDING);
    log = context.getMapState(States.LOG);
    for (Fact<?> fact : Catalogue.FACTS) {
      facts.put(fact, context.getState(States.of(fact)));
    }
  }

  @Override
  public @Nullable Head head() {
    return reading(head::value);
  }

  @Override
  public void head(Head value) {
    writing(() -> head.update(value));
  }

  @Override
  public List<Change> pending() {
    List<Change> changes = new ArrayList<>();
    Iterable<Change> kept = reading(pending::get);
    if (kept != null) {
      kept.forEach(changes::add);
    }
    return changes;
  }

  @Override
  public void pending(List<Change> changes) {
    writing(() -> pending.update(changes));
  }

  @Override
  public <F> @Nullable F fact(Fact<F> fact) {
    return reading(state(fact)::value);
  }

  @Override
  public <F> void fact(Fact<F> fact, F value) {
    writing(() -> state(fact).update(value));
  }

  @Override
  public @Nullable Event logged(EventId id) {
    return reading(() -> log.get(row(id)));
  }

  @Override
  public List<Event> log() {
    List<Event> events = new ArrayList<>();
    Iterable<Event> rows = reading(log::values);
    if (rows != null) {
      rows.forEach(events::add);
    }
    return events;
  }

  @Override
  public void append(Event event) {
    writing(() -> log.put(row(event.id()), event));
  }

  @Override
  public void remove(EventId id) {
    writing(() -> log.remove(row(id)));
  }

  @Override
  public void clear() {
    head.clear();
    pending.clear();
    log.clear();
    facts.values().forEach(ValueState::clear);
  }

  private static String row(EventId id) {
    return id.stream().topic() + "/" + id.id();
  }

  @SuppressWarnings("unchecked") // each state was opened by its fact's own descriptor
  private <F> ValueState<F> state(Fact<F> fact) {
    return (ValueState<F>) Objects.requireNonNull(facts.get(fact));
  }

  private interface Read<T> {
    @Nullable T read() throws Exception;
  }

  private interface Write {
    void write() throws Exception;
  }

  private static <T> @Nullable T reading(Read<T> read) {
    try {
      return read.read();
    } catch (Exception e) {
      throw failed(e);
    }
  }

  private static void writing(Write write) {
    try {
      write.write();
    } catch (Exception e) {
      throw failed(e);
    }
  }

  private static UncheckedIOException failed(Exception e) {
    return new UncheckedIOException(new IOException("keyed state of a person", e));
  }
}
