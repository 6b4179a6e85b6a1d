package dev.kilde.core.identity.worlds;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Identifiers;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.Trust;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Writes a world: first what is to happen when, then, in the order of time, who has what in hands
 * and whose each event therefore is.
 *
 * <pre>
 *   10:00  computer            whoever signs in first: A
 *   10:05  computer, A signs in
 *   10:10  computer            A
 *   10:15  computer, B signs in
 *   10:20  computer            B
 * </pre>
 */
final class Script {

  private static final int MINUTES = 600;

  private final SplittableRandom random;
  private final List<Somebody> people = new ArrayList<>();
  private final List<Thing> things = new ArrayList<>();
  private final SortedMap<Integer, List<Runnable>> agenda = new TreeMap<>();
  private final List<Happening> happenings = new ArrayList<>();

  private int ids;
  private Instant now = Told.START;

  private Script(long seed) {
    random = new SplittableRandom(seed);
  }

  static World world(long seed) {
    return new Script(seed).write();
  }

  private World write() {
    for (int i = 2 + random.nextInt(3); i > 0; i--) {
      people.add(new Somebody("p" + i, random));
    }
    IdentifierKind[] kinds = {
      IdentifierKind.DEVICE_ID, IdentifierKind.CARD_TOKEN, IdentifierKind.PHONE
    };
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      IdentifierKind kind = kinds[i % kinds.length];
      things.add(new Thing(new Identifier(kind, "shared-" + kind.field() + i)));
    }
    for (int i = 4 + random.nextInt(16); i > 0; i--) {
      plan();
    }
    agenda.forEach(
        (minute, acts) -> {
          now = Told.minute(minute);
          acts.forEach(Runnable::run);
        });
    tieEverybody();
    things.forEach(thing -> thing.end(this::is));
    return new World(happenings);
  }

  private void plan() {
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> alone(one(things));
      case 3, 4, 5 -> together(one(people), one(things));
      case 6 -> named(one(people));
      case 7 -> receipt(one(people));
      default -> order();
    }
  }

  /** A thing is used, and nobody named. */
  private void alone(Thing thing) {
    at(
        random.nextInt(MINUTES) * 2 + 1,
        () -> {
          Says says = Says.under(thing.identifier);
          thing.used(
              switch (thing.identifier.kind()) {
                case DEVICE_ID -> says.viewed(id(), now, product());
                case CARD_TOKEN -> says.receipt(id(), now, "r" + ids);
                default -> says.clicked(id(), now, "sms");
              },
              this::is);
        });
  }

  /** Somebody signs in, orders, or gives a name at the till. */
  private void together(Somebody who, Thing thing) {
    boolean doubtful = random.nextInt(6) == 0;
    at(
        freeMinute(),
        () -> {
          List<Identifier> names = who.beside(thing.identifier.kind(), random);
          Says says = says(names, thing, doubtful);
          Event event =
              switch (random.nextInt(4)) {
                case 0 -> says.wears(id(), now, "" + random.nextInt(3));
                case 1 -> says.granted(id(), now);
                case 2 -> says.receipt(id(), now, "r" + ids);
                default -> says.signedIn(id(), now);
              };
          is(event, who.strongest());
          seen(who, thing, event);
        });
  }

  private void named(Somebody who) {
    at(
        random.nextInt(MINUTES) * 2,
        () -> {
          Says says = says(who.beside(IdentifierKind.CARD_TOKEN, random));
          is(
              random.nextBoolean()
                  ? says.wears(id(), now, "" + random.nextInt(3))
                  : says.viewed(id(), now, product()),
              who.strongest());
        });
  }

  /** A receipt that names somebody, and perhaps a return that names nobody. */
  private void receipt(Somebody who) {
    int minute = freeMinute();
    String receiptId = "b" + ids++;
    at(
        minute,
        () ->
            is(
                says(who.beside(IdentifierKind.CARD_TOKEN, random)).receipt(id(), now, receiptId),
                who.strongest()));
    if (random.nextBoolean()) {
      at(
          random.nextInt(MINUTES) * 2,
          () ->
              is(
                  new Says(Identifiers.NONE, Trust.STATED)
                      .returned(id(), now, "back-" + receiptId, receiptId),
                  who.strongest()));
    }
  }

  /**
   * An order of up to three snapshots, which do not always name the same person: it is the newest
   * one's, and what names somebody else tells nothing of him.
   */
  private void order() {
    String orderId = "o" + ids++;
    Thing thing = one(things);
    int snapshots = 1 + random.nextInt(3);
    int newest = random.nextInt(snapshots);
    List<Somebody> named = new ArrayList<>();
    for (int i = 0; i < snapshots; i++) {
      named.add(i > 0 && random.nextInt(3) > 0 ? named.get(0) : one(people));
    }
    Somebody owner = named.get(newest);
    for (int i = 0; i < snapshots; i++) {
      Somebody who = named.get(i);
      boolean counts = i == newest;
      boolean withThing = random.nextInt(2) == 0;
      at(
          freeMinute(),
          () -> {
            List<Identifier> names = new ArrayList<>(List.of(who.strongest()));
            Identifier weakest = who.own.get(0);
            if (!names.contains(weakest)
                && weakest.kind() != thing.identifier.kind()
                && random.nextBoolean()) {
              names.add(weakest);
            }
            Says says = withThing ? says(names, thing, false) : says(names);
            Instant updatedAt = counts ? Told.day(2) : Told.START.plusSeconds(random.nextInt(9));
            OrderStatus status = counts ? OrderStatus.PAID : OrderStatus.PLACED;
            Event event = says.order(id(), now, updatedAt, orderId, status);
            if (who == owner) {
              is(event, owner.strongest());
              if (withThing) {
                seen(who, thing, event);
              }
            } else {
              happenings.add(
                  new Happening(event, owner.strongest(), ((OrderSnapshot) event).anonymous()));
            }
          });
    }
  }

  /** What was named alone so far is seen beside a stronger name. */
  private void tieEverybody() {
    for (Somebody who : people) {
      for (List<Identifier> loose = who.loose(); !loose.isEmpty(); loose = who.loose()) {
        now = Told.minute(random.nextInt(MINUTES) * 2L);
        is(says(who.tie(loose.get(0), random)).signedIn(id(), now), who.strongest());
      }
    }
  }

  private void seen(Somebody who, Thing thing, Event event) {
    IdentifierKind name = event.envelope().identifiers().strongest().orElseThrow().kind();
    thing.seenWith(who, name, event.envelope().trust(), this::is);
  }

  private void is(Event event, Identifier who) {
    happenings.add(new Happening(event, who, event));
  }

  private Says says(List<Identifier> names) {
    return new Says(Identifiers.of(names), random.nextBoolean() ? Trust.STATED : Trust.VERIFIED);
  }

  private Says says(List<Identifier> names, Thing thing, boolean doubtful) {
    List<Identifier> all = new ArrayList<>(names);
    all.add(thing.identifier);
    return new Says(Identifiers.of(all), doubtful ? Trust.INFERRED : Trust.STATED);
  }

  private void at(int minute, Runnable act) {
    agenda.computeIfAbsent(minute, m -> new ArrayList<>()).add(act);
  }

  /** An even minute at which nobody else is seen with anything. */
  private int freeMinute() {
    int minute = random.nextInt(MINUTES) * 2;
    while (agenda.containsKey(minute)) {
      minute = random.nextInt(MINUTES) * 2;
    }
    return minute;
  }

  private String product() {
    return random.nextBoolean() ? "tent" : "lamp";
  }

  private String id() {
    return "e" + ids++;
  }

  private <T> T one(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
