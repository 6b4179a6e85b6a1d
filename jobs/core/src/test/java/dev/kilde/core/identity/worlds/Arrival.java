package dev.kilde.core.identity.worlds;

import dev.kilde.core.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** What takes effect at an instant, and comes to a chain at some time. */
record Arrival(Instant at, Consumer<Chain> act) {

  static List<Arrival> of(Collection<Event> events) {
    List<Arrival> all = new ArrayList<>();
    events.forEach(event -> all.add(new Arrival(event.occurredAt(), chain -> chain.arrive(event))));
    return all;
  }

  static List<Arrival> of(Collection<Event> events, Collection<Request> requests) {
    List<Arrival> all = of(events);
    requests.forEach(
        request ->
            all.add(
                new Arrival(request.at(), chain -> chain.arrive(request.to(), request.message()))));
    return all;
  }
}
