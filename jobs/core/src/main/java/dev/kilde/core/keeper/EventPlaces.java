package dev.kilde.core.keeper;

import dev.kilde.core.event.EventId;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.Pointers;
import dev.kilde.core.person.BufferedRows;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.Claim;
import dev.kilde.core.person.EventCap;
import dev.kilde.core.person.Held;
import dev.kilde.core.person.Outcome;
import dev.kilde.core.person.Person;
import dev.kilde.core.verdict.Instants;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the events of one identifier are: with its own person, or passed on to whom it points to.
 *
 * <pre>
 *   own person <── move ──> passed on to A <── move ──> passed on to B
 *                               Drop to A, Put to B
 * </pre>
 */
final class EventPlaces {

  private final IdentifierKey self;
  private final Person person;
  private final Person.Rules rules;
  private final BufferedRows<Held> passed;

  private int count;
  private @Nullable Instant heldUpTo;
  private EventCap.@Nullable Place capped;

  EventPlaces(
      IdentifierKey self, Person person, Standing standing, KeeperStore store, Person.Rules rules) {
    this.self = self;
    this.person = person;
    this.rules = rules;
    this.passed = new BufferedRows<>(store.passed(), Held::id, Held::bytes);
    this.count = standing.passed();
    this.heldUpTo = standing.heldUpTo();
    this.capped = standing.passedCapped();
  }

  /** How many events are passed on. */
  int count() {
    return count;
  }

  /** Nothing held, here or passed on, occurred later; null: nothing ever was. */
  @Nullable Instant heldUpTo() {
    return heldUpTo;
  }

  EventCap.@Nullable Place capped() {
    return capped;
  }

  /** What is held under an id, here or passed on; null: nothing. */
  @Nullable Held held(EventId id) {
    Held elsewhere = count == 0 ? null : passed.get(id);
    return elsewhere == null ? person.held(id) : elsewhere;
  }

  /** Whether a cap has already taken what is at the claim's place. */
  boolean isOverCap(Claim claim, @Nullable IdentifierKey to) {
    return to == null ? person.isOverCap(claim.event()) : EventCap.hasTaken(capped, claim.event());
  }

  /**
   * What was held at one place is held, perhaps changed, at another.
   *
   * @param was null: nothing was held
   * @param is null: nothing is held any more
   */
  void move(@Nullable Placed was, @Nullable Placed is, Instant now, Consumer<Effect> effects) {
    withdraw(was, is, now, effects);
    if (is == null) {
      return;
    }
    heldUpTo = Instants.latest(heldUpTo, is.held().occurredAt());
    IdentifierKey target = is.target();
    if (target == null) {
      person.put(is.held());
      return;
    }
    passed.put(is.held());
    count += isPassed(was) ? 0 : 1;
    Claim claim = is.held().counting().through(self);
    if (!isTold(was, target, claim)) {
      send(target, new Change.Put(claim, now), effects);
    }
  }

  private void withdraw(
      @Nullable Placed was, @Nullable Placed is, Instant now, Consumer<Effect> effects) {
    if (was == null) {
      return;
    }
    IdentifierKey target = was.target();
    if (target == null) {
      if (is == null || is.target() != null) {
        person.remove(was.held().id());
      }
      return;
    }
    Claim after = is == null ? null : is.told(self);
    if (after == null) {
      forget(was.held().id());
    }
    if (after == null || !isTold(was, Objects.requireNonNull(is).target(), after)) {
      send(target, new Change.Drop(self, was.held().id(), now), effects);
    }
  }

  private static boolean isPassed(@Nullable Placed placed) {
    return placed != null && placed.target() != null;
  }

  /** Whether the target knows the claim already. */
  private boolean isTold(@Nullable Placed was, @Nullable IdentifierKey target, Claim claim) {
    return was != null && Objects.equals(was.target(), target) && claim.equals(was.told(self));
  }

  /**
   * Everything goes where the pointers say now. Where they say something else only of instants
   * later than everything held, nothing is read.
   *
   * @return the first expiry of what was not passed on before; null: none of it expires
   */
  @Nullable Instant follow(Pointers before, Pointers after, Instant now, Consumer<Effect> effects) {
    if (heldUpTo == null || after.pointsAs(before, heldUpTo)) {
      return null;
    }
    Instant expiry = null;
    List<Held> own = person.held();
    for (Held held : passedOn()) {
      IdentifierKey from = before.target(held.occurredAt());
      IdentifierKey to = after.target(held.occurredAt());
      if (from != null && !from.equals(to)) {
        move(new Placed(held, from), new Placed(held, to), now, effects);
      }
    }
    for (Held held : own) {
      IdentifierKey to = after.target(held.occurredAt());
      if (to != null) {
        move(new Placed(held, null), new Placed(held, to), now, effects);
        expiry = Instants.earliest(expiry, expiryOf(held));
      }
    }
    return expiry;
  }

  /** What occurred within some spans, with the own person and passed on. */
  List<Held> within(List<Span> spans) {
    return all().filter(held -> isWithin(spans, held)).toList();
  }

  /** Everything, with the own person and passed on. */
  Stream<Held> all() {
    return Stream.concat(person.held().stream(), passedOn().stream());
  }

  /**
   * Forgets what occurred within some spans: without a word to the target by way of which it was
   * the erased person's, who has forgotten it.
   */
  void erase(
      List<Span> spans,
      Pointers pointers,
      IdentifierKey target,
      Instant now,
      Consumer<Effect> effects) {
    for (Held held : person.held()) {
      if (isWithin(spans, held)) {
        person.remove(held.id());
      }
    }
    for (Held held : passedOn()) {
      if (isWithin(spans, held)) {
        IdentifierKey to = pointers.target(held.occurredAt());
        forget(held.id());
        if (!target.equals(to)) {
          send(to, new Change.Drop(self, held.id(), now), effects);
        }
      }
    }
  }

  private static boolean isWithin(List<Span> spans, Held held) {
    return spans.stream().anyMatch(span -> span.holds(held.occurredAt()));
  }

  /** When an event can no longer be corrected; null: never. */
  @Nullable Instant expiryOf(Held held) {
    Instant expiry = rules.retention().expiryOf(held.event());
    return expiry == null ? rules.retention().expiryOfLink(held.occurredAt()) : expiry;
  }

  /** Lets go of what retention and cap no longer keep; the earliest expiry left, null: none. */
  @Nullable Instant expire(Instant now) {
    Instant next = null;
    for (Held held : passedOn()) {
      Instant expiry = expiryOf(held);
      if (expiry == null) {
        continue;
      }
      if (!expiry.isAfter(now)) {
        forget(held.id());
      } else if (next == null || expiry.isBefore(next)) {
        next = expiry;
      }
    }
    return next;
  }

  void cap(Consumer<Effect> effects) {
    if (!rules.cap().isExceededBy(count)) {
      return;
    }
    List<Held> excess = rules.cap().excess(passedOn());
    excess.forEach(held -> forget(held.id()));
    capped = EventCap.Place.of(excess.get(excess.size() - 1).event());
    effects.accept(new Effect.Told(new Outcome.Capped(excess.size())));
  }

  /** Lets go of what was passed on and occurred before an instant; it stays where it is. */
  void letGoBefore(Instant from, Consumer<Effect> effects) {
    List<Held> old = passedOn().stream().filter(held -> held.occurredAt().isBefore(from)).toList();
    old.forEach(held -> forget(held.id()));
    if (!old.isEmpty()) {
      effects.accept(new Effect.Told(new Outcome.Capped(old.size())));
    }
  }

  long unwrittenBytes() {
    return passed.unwrittenBytes();
  }

  void flush() {
    passed.flush();
  }

  private List<Held> passedOn() {
    return count == 0 ? List.of() : passed.all();
  }

  private void forget(EventId id) {
    passed.remove(id);
    count--;
    capped = count == 0 ? null : capped;
  }

  private static void send(@Nullable IdentifierKey to, Change change, Consumer<Effect> effects) {
    if (to != null) {
      effects.accept(new Effect.Sent(to, new Message.Moved(change)));
    }
  }
}
