package dev.kilde.core.person;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.facts.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one person is kept between events: keyed state in the job, a map in tests. {@link Person}
 * reads each part at most once and writes back what changed.
 */
public interface PersonStore {

  /** Null: nobody is kept here. */
  @Nullable Head head();

  void head(Head head);

  /** Changes that wait for their instant, in any order. */
  List<Change> pending();

  void pending(List<Change> changes);

  /** Null: the fact is {@link Fact#empty()}. */
  <F> @Nullable F fact(Fact<F> fact);

  <F> void fact(Fact<F> fact, F value);

  /** The logged event with this id; null: none. */
  @Nullable Event logged(EventId id);

  /** The whole log, in any order. */
  List<Event> log();

  void append(Event event);

  void remove(EventId id);

  /** Forgets everything. */
  void clear();
}
