package dev.kilde.core.identity.worlds;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Identifiers;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;

/**
 * Events of chance under few identifiers at few instants: everything meets everything. Each comes
 * from one number and its place, so that what fails can be made smaller.
 *
 * @param most so many
 * @param corrected whether snapshots of one order name different people
 * @param restated whether some ids come with two contents
 * @param apart how far an instant is from the next
 */
record Chaos(int most, boolean corrected, boolean restated, Duration apart) {

  /** A minute from one instant to the next. */
  Chaos(int most, boolean corrected, boolean restated) {
    this(most, corrected, restated, Duration.ofMinutes(1));
  }

  /** Of each kind. */
  private static final int VALUES = 3;

  /** How many instants there are at which anything happens. */
  static final int MINUTES = 12;

  Arbitrary<List<Event>> events() {
    return numbers().list().ofMinSize(1).ofMaxSize(most).map(this::events);
  }

  static Arbitrary<Long> numbers() {
    return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
  }

  private List<Event> events(List<Long> seeds) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < seeds.size(); i++) {
      SplittableRandom random = new SplittableRandom(seeds.get(i));
      Says says = new Says(identifiers(random), List.of(Trust.values()).get(random.nextInt(3)));
      String id = "e" + i;
      events.add(event(says, id, i, random));
      if (restated && random.nextInt(8) == 0) {
        events.add(event(says, id, i, random));
      }
    }
    return events;
  }

  private Event event(Says says, String id, int place, SplittableRandom random) {
    Instant at = instant(random);
    SplittableRandom kind = new SplittableRandom(place);
    return switch (kind.nextInt(corrected ? 5 : 3)) {
      case 0 -> says.wears(id, at, "" + random.nextInt(3));
      case 1 -> says.viewed(id, at, random.nextBoolean() ? "tent" : "lamp");
      case 2 -> says.receipt(id, at, "r" + place);
      case 3 -> {
        String of = "r" + kind.nextInt(2);
        yield kind.nextBoolean()
            ? says.receipt(id, at, of)
            : says.returned(id, at, "back" + kind.nextInt(2), of);
      }
      default ->
          says.order(
              id,
              at,
              instant(random),
              "o" + kind.nextInt(2),
              random.nextBoolean() ? OrderStatus.PLACED : OrderStatus.PAID);
    };
  }

  private Instant instant(SplittableRandom random) {
    return Told.START.plus(apart.multipliedBy(random.nextInt(MINUTES)));
  }

  private static Identifiers identifiers(SplittableRandom random) {
    List<Identifier> some = new ArrayList<>();
    int rare = 1 + random.nextInt(3);
    for (IdentifierKind kind : IdentifierKind.values()) {
      if (random.nextInt(1 + rare) == 0) {
        some.add(one(kind, random));
      }
    }
    return Identifiers.of(some.isEmpty() ? List.of(one(IdentifierKind.DEVICE_ID, random)) : some);
  }

  static Identifier one(IdentifierKind kind, SplittableRandom random) {
    return new Identifier(kind, kind.field() + random.nextInt(VALUES));
  }
}
