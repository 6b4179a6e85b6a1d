package dev.kilde.core.laws;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.ReceiptSnapshot;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * What happens to three people: events, and some of the events move from one to another.
 *
 * <pre>
 *   Put(e) to 0 ........ Drop(e) from 0, Put(e) to 2 ........ Drop(e) from 2, Put(e) to 0
 * </pre>
 *
 * @param arrivals each once; of one lane in the order of their cause
 * @param mixing what the order of arrival is drawn from
 */
record Life(List<Arrival> arrivals, long mixing) {

  static final int PEOPLE = 3;

  /** Later than everything, retention included. */
  static final Instant END = Told.day(40);

  static Arbitrary<Life> any() {
    Arbitrary<List<Event>> events = numbers().map(Draw::event).list().ofMinSize(1).ofMaxSize(24);
    return net.jqwik.api.Combinators.combine(events, numbers(), numbers()).as(Life::of);
  }

  private static Arbitrary<Long> numbers() {
    return Arbitraries.longs().withDistribution(net.jqwik.api.RandomDistribution.uniform());
  }

  private static Life of(List<Event> events, long moving, long mixing) {
    SplittableRandom random = new SplittableRandom(moving);
    Map<EventId, List<Event>> contents = new LinkedHashMap<>();
    events.forEach(e -> contents.computeIfAbsent(e.id(), id -> new ArrayList<>()).add(e));
    List<Arrival> arrivals = new ArrayList<>();
    contents.values().forEach(of -> add(arrivals, of, random));
    return new Life(arrivals, mixing);
  }

  private static void add(List<Arrival> to, List<Event> contents, SplittableRandom random) {
    int owner = random.nextInt(PEOPLE);
    Instant moved = Told.START;
    for (Event content : contents) {
      to.add(new Arrival(owner, new Change.Put(claim(owner, content), content.occurredAt())));
      moved = moved.isAfter(content.occurredAt()) ? moved : content.occurredAt();
    }
    Event counts = Oracle.counting(contents);
    for (int moves = Math.max(0, random.nextInt(6) - 3); moves > 0; moves--) {
      moved = moved.plus(Duration.ofHours(6L * random.nextInt(4)));
      to.add(new Arrival(owner, new Change.Drop(null, counts.id(), moved)));
      owner = (owner + 1 + random.nextInt(PEOPLE - 1)) % PEOPLE;
      to.add(new Arrival(owner, new Change.Put(claim(owner, counts), moved)));
    }
  }

  /** As the purchase stage says it: a purchase that names somebody else tells of goods alone. */
  private static Claim claim(int owner, Event event) {
    boolean purchase = event instanceof OrderSnapshot || event instanceof ReceiptSnapshot;
    Optional<Identifier> named = event.envelope().identifiers().strongest();
    boolean foreign = purchase && named.isPresent() && !named.get().equals(World.name(owner));
    return new Claim(null, event, foreign);
  }

  /** The same changes in another order, some twice; what moves keeps the order of its lane. */
  List<Arrival> mixed(SplittableRandom random) {
    List<Arrival> mixed = new ArrayList<>(arrivals);
    Map<Arrival.Lane, List<Arrival>> lanes = lanes();
    for (Arrival arrival : arrivals) {
      if (!moves(lanes.get(arrival.lane())) && random.nextInt(3) == 0) {
        mixed.add(arrival);
      }
    }
    shuffle(mixed, random);
    Map<Arrival.Lane, Integer> next = new HashMap<>();
    for (int i = 0; i < mixed.size(); i++) {
      Arrival.Lane lane = mixed.get(i).lane();
      List<Arrival> inOrder = lanes.get(lane);
      if (moves(inOrder)) {
        mixed.set(i, inOrder.get(next.merge(lane, 1, Integer::sum) - 1));
      }
    }
    return mixed;
  }

  private Map<Arrival.Lane, List<Arrival>> lanes() {
    Map<Arrival.Lane, List<Arrival>> lanes = new HashMap<>();
    arrivals.forEach(a -> lanes.computeIfAbsent(a.lane(), lane -> new ArrayList<>()).add(a));
    return lanes;
  }

  private static boolean moves(Collection<Arrival> lane) {
    return lane.stream().anyMatch(arrival -> arrival.change() instanceof Change.Drop);
  }

  private static <T> void shuffle(List<T> list, SplittableRandom random) {
    for (int i = list.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      T other = list.get(j);
      list.set(j, list.get(i));
      list.set(i, other);
    }
  }
}
