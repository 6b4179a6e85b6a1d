package dev.kilde.core.person;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.facts.Cart;
import dev.kilde.core.facts.Contact;
import dev.kilde.core.facts.Engagement;
import dev.kilde.core.facts.KnownIdentifiers;
import dev.kilde.core.facts.Permissions;
import dev.kilde.core.facts.Purchases;
import dev.kilde.core.facts.Seen;
import dev.kilde.core.facts.Visits;
import dev.kilde.core.identity.ProfileId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One event-sourced person: a log of events beside the facts folded from it.
 *
 * <pre>
 *   put, remove ──> log ── settle ──> facts ── judge ──> document
 * </pre>
 *
 * <p>An event is folded once and incrementally when it comes after the last one folded; one that
 * belongs before it, replaces another content, is removed or expires refolds the person from the
 * log, once for all that changed at one instant.
 *
 * <p>Not thread-safe. Reads lazily from its store; {@link #flush} writes back, all but the {@link
 * #head}, which its holder keeps.
 */
public final class Person {

  /**
   * What holds for every person of a stage.
   *
   * @param retention how long events are kept
   * @param cap how many events are kept
   * @param timing when documents are told
   */
  public record Rules(Retention retention, EventCap cap, DocumentTiming timing) {}

  /** A session's events are some ten thousand bytes. */
  public static final long HEAVY_BYTES = 64 * 1024;

  private static final Comparator<Held> IN_ORDER =
      Comparator.comparing(Held::event, CanonicalOrder.OF_EVENTS);

  private final String tenant;
  private final Rules rules;
  private final BufferedRows<Held> log;
  private final FactSheet facts;

  private ProfileId id;
  private Head head;
  private boolean changed;
  private boolean refold;

  /** The person of whom {@code head} was kept, the rest in {@code store}. */
  public Person(String tenant, ProfileId id, Head head, PersonStore store, Rules rules) {
    this.tenant = tenant;
    this.id = id;
    this.head = head;
    this.rules = rules;
    this.log = new BufferedRows<>(store.log(), Held::id, Held::bytes);
    this.facts = new FactSheet(store);
  }

  public ProfileId id() {
    return id;
  }

  /** What is to be kept beside the store. */
  public Head head() {
    return head;
  }

  /** How many events the person has. */
  public int logged() {
    return head.logged();
  }

  /** What the person has under this id; null: nothing. */
  public @Nullable Held held(EventId eventId) {
    return head.logged() == 0 ? null : log.get(eventId);
  }

  /** Everything the person has, in no order. */
  public List<Held> held() {
    return head.logged() == 0 ? List.of() : log.all();
  }

  /** Every event that counts, in canonical order, as it is folded here. */
  public List<Event> events() {
    return held().stream().sorted(IN_ORDER).map(held -> held.counting().asMine()).toList();
  }

  /** Whether the cap has already taken events at this one's place. */
  public boolean isOverCap(Event event) {
    return EventCap.hasTaken(head.capped(), event);
  }

  /**
   * The person has this from now on, in place of what is there under its id; {@link #settle} makes
   * it count.
   */
  public void put(Held held) {
    Held known = held(held.id());
    refold |= known != null && !known.counting().equals(held.counting());
    refold |= known == null && !isNext(held.event());
    log.put(held);
    noteLogged(held.event(), known == null ? 1 : 0);
    if (known == null && !refold) {
      facts.fold(held.counting().asMine());
      head = head.withLog(CanonicalOrder.of(held.event()), head.logged(), head.expiresAt());
    }
    changed |= known == null || refold;
  }

  /** The person no longer has what is there under this id. */
  public void remove(EventId eventId) {
    if (held(eventId) == null) {
      return;
    }
    log.remove(eventId);
    head = head.withLog(head.lastFolded(), head.logged() - 1, head.expiresAt());
    refold = true;
    changed = true;
  }

  /** Makes everything put and removed at {@code now} count, and lets go of what expired. */
  public void settle(Instant now, Consumer<Outcome> outcomes) {
    expire(now);
    cap(outcomes);
    if (refold) {
      refold();
    }
    if (changed && head.documentDueAt() == null) {
      head = head.withDocumentDueAt(rules.timing().dueAfter(now));
    }
    changed = false;
  }

  /** Judges everything due at {@code now}, once. */
  public void judge(Instant now, Consumer<Outcome> outcomes) {
    Instant due = head.documentDueAt();
    if (due == null || due.isAfter(now)) {
      return;
    }
    if (head.logged() > 0) {
      head = head.withPublished(nextRevision(now), true);
      outcomes.accept(new Outcome.Published(profile(now)));
    } else {
      if (head.published()) {
        retire(now, outcomes);
      }
      head = Head.NONE; // as one nothing was ever kept of
    }
  }

  /**
   * Forgets everything up to an instant, inclusive; who is left is somebody else.
   *
   * @param next the profile id from now on
   */
  public void erase(Instant upTo, ProfileId next, Instant now, Consumer<Outcome> outcomes) {
    for (Held held : held()) {
      if (!held.occurredAt().isAfter(upTo)) {
        remove(held.id());
      }
    }
    settle(now, outcomes);
    Instant due = head.documentDueAt();
    if (head.published()) {
      retire(now, outcomes);
    }
    head =
        head.logged() == 0
            ? Head.NONE
            : head.withDocumentDueAt(due == null ? rules.timing().dueAfter(now) : due);
    id = next;
  }

  /** The earliest instant at which something is due; null: none. */
  public @Nullable Instant nextInstant() {
    return earliest(head.documentDueAt(), head.expiresAt());
  }

  /** The profile at {@code asOf}, without publishing it; something must be logged. */
  public Profile profile(Instant asOf) {
    return new Profile(
        tenant,
        id,
        facts.get(Seen.FACT),
        facts.get(KnownIdentifiers.FACT),
        facts.get(Contact.FACT),
        facts.get(Permissions.FACT),
        facts.get(Engagement.FACT),
        facts.get(Visits.FACT),
        facts.get(Cart.FACT),
        facts.get(Purchases.FACT),
        asOf,
        head.revision());
  }

  /** Whether so much waits to be written that it should be, hot or not. */
  public boolean isHeavy() {
    return log.unwrittenBytes() > HEAVY_BYTES;
  }

  /** Whether nothing is left that would have to be kept. */
  public boolean isGone() {
    return head.logged() == 0 && head.documentDueAt() == null;
  }

  /** Writes what changed to the store. */
  public void flush() {
    log.flush();
    facts.flush();
  }

  private void retire(Instant now, Consumer<Outcome> outcomes) {
    head = head.withPublished(nextRevision(now), false);
    outcomes.accept(new Outcome.Retired(tenant, id, head.revision(), now));
  }

  private long nextRevision(Instant now) {
    return Math.max(head.revision() + 1, now.toEpochMilli());
  }

  private boolean isNext(Event event) {
    CanonicalOrder last = head.lastFolded();
    return last == null || last.compareTo(CanonicalOrder.of(event)) < 0;
  }

  private void noteLogged(Event event, int more) {
    head =
        head.withLog(
            head.lastFolded(),
            head.logged() + more,
            earliest(head.expiresAt(), rules.retention().expiryOf(event)));
  }

  /** Drops what retention no longer keeps. */
  private void expire(Instant now) {
    Instant first = head.expiresAt();
    if (first == null || first.isAfter(now)) {
      return;
    }
    for (Held held : log.all()) {
      Instant expiry = rules.retention().expiryOf(held.event());
      if (expiry != null && !expiry.isAfter(now)) {
        remove(held.id());
      }
    }
    refold = true; // also where nothing was: the next expiry is found
  }

  /** Drops the oldest of too many. */
  private void cap(Consumer<Outcome> outcomes) {
    if (!rules.cap().isExceededBy(head.logged())) {
      return;
    }
    List<Held> excess = rules.cap().excess(log.all());
    excess.forEach(held -> remove(held.id()));
    Held last = excess.get(excess.size() - 1);
    head = head.withCapped(EventCap.Place.of(last.event()));
    outcomes.accept(new Outcome.Capped(excess.size()));
  }

  private void refold() {
    refold = false;
    facts.reset();
    CanonicalOrder last = null;
    Instant expiry = null;
    List<Held> events = log.all().stream().sorted(IN_ORDER).toList();
    for (Held held : events) {
      facts.fold(held.counting().asMine());
      last = CanonicalOrder.of(held.event());
      expiry = earliest(expiry, rules.retention().expiryOf(held.event()));
    }
    head = head.withLog(last, events.size(), expiry);
  }

  private static @Nullable Instant earliest(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isBefore(b) ? a : b;
  }
}
