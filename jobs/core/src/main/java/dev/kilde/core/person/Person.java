package dev.kilde.core.person;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.ReceiptSnapshot;
import dev.kilde.core.event.Versions;
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
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One event-sourced person: a log of events beside the facts folded from it.
 *
 * <pre>
 *   receive --> pending --- watermark reaches effectiveAt ---> log --> facts --> document
 *          \--- its instant has passed: at once ------------/
 * </pre>
 *
 * <p>An event is folded once and incrementally when it comes after the last one folded; one that
 * belongs before it, replaces another content, is taken away or expires refolds the person from the
 * log.
 *
 * <p>Not thread-safe. Reads lazily from its store; {@link #flush} writes back.
 */
public final class Person {

  /**
   * What holds for every person of a job.
   *
   * @param retention how long events are kept
   * @param timing when documents are told
   */
  public record Rules(Retention retention, DocumentTiming timing) {}

  /** A session's events are some ten thousand bytes. */
  private static final long HEAVY_BYTES = 64 * 1024;

  private final ProfileId id;
  private final Rules rules;
  private final PersonLog log;
  private final FactSheet facts;
  private final PersonStore store;

  private Head head;
  private boolean headChanged;
  private final NavigableSet<Change> pending = new TreeSet<>(Change.IN_ORDER_OF_EFFECT);
  private boolean pendingChanged;

  /** The person kept in {@code store}, or a new one. */
  public Person(ProfileId id, PersonStore store, Rules rules) {
    this.id = id;
    this.rules = rules;
    this.store = store;
    this.log = new PersonLog(store);
    this.facts = new FactSheet(store);
    Head kept = store.head();
    this.head = kept == null ? Head.NONE : kept;
    this.pending.addAll(store.pending());
  }

  /** A change arrives; what has its instant still before it waits. */
  public void receive(Change change, Instant watermark, Consumer<Outcome> outcomes) {
    if (change instanceof Change.Drop drop) {
      takeBack(drop, outcomes);
    }
    if (change.effectiveAt().isAfter(watermark)) {
      await(change, outcomes);
    } else {
      apply(List.of(change), watermark, outcomes);
      judge(watermark, outcomes);
    }
  }

  /** Takes everything that is due, in order of instant, each with {@code now} = that instant. */
  public void advance(Instant watermark, Consumer<Outcome> outcomes) {
    for (Instant now = nextInstant(); now != null && !now.isAfter(watermark); now = nextInstant()) {
      apply(takePending(now), now, outcomes);
      expire(now);
      judge(now, outcomes);
    }
  }

  /** The earliest instant at which {@link #advance} has something to do; null: none. */
  public @Nullable Instant nextInstant() {
    Instant next = earliest(head.documentDueAt(), head.expiresAt());
    return pending.isEmpty() ? next : earliest(next, pending.first().effectiveAt());
  }

  /** The alarm that was armed for this person; null: none, or it has rung. */
  public @Nullable Instant alarmAt() {
    return head.alarmAt();
  }

  /** Remembers which alarm is armed; null: it has rung. */
  public void alarmAt(@Nullable Instant alarm) {
    head(head.withAlarmAt(alarm));
  }

  /** The profile at {@code asOf}, without publishing it; somebody must have something logged. */
  public Profile profile(Instant asOf) {
    return new Profile(
        tenant(),
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

  /** Writes what changed to the store; a person of whom nothing is left is forgotten. */
  public void flush() {
    if (head.logged() == 0
        && pending.isEmpty()
        && head.documentDueAt() == null
        && head.alarmAt() == null) {
      store.clear();
      return;
    }
    log.flush();
    facts.flush();
    if (pendingChanged) {
      store.pending(List.copyOf(pending));
      pendingChanged = false;
    }
    if (headChanged) {
      store.head(head);
      headChanged = false;
    }
  }

  /**
   * What was given earlier and waits for the instant of the drop, or a later one, was never there;
   * given once more after that, it stays: at one instant the last word counts.
   */
  private void takeBack(Change.Drop drop, Consumer<Outcome> outcomes) {
    Iterator<Change> waiting = pending.iterator();
    while (waiting.hasNext()) {
      Change next = waiting.next();
      if (next instanceof Change.Put
          && next.id().equals(drop.id())
          && !next.effectiveAt().isBefore(drop.effectiveAt())) {
        waiting.remove();
        pendingChanged = true;
        outcomes.accept(new Outcome.Settled(next.id(), Fate.SUPERSEDED));
      }
    }
  }

  private void await(Change change, Consumer<Outcome> outcomes) {
    if (pending.add(change)) {
      pendingChanged = true;
    } else {
      outcomes.accept(new Outcome.Settled(change.id(), Fate.DUPLICATE));
    }
  }

  private List<Change> takePending(Instant now) {
    List<Change> due = new ArrayList<>();
    while (!pending.isEmpty() && !pending.first().effectiveAt().isAfter(now)) {
      due.add(pending.pollFirst());
      pendingChanged = true;
    }
    return due;
  }

  private void apply(List<Change> changes, Instant now, Consumer<Outcome> outcomes) {
    boolean changed = false;
    boolean refold = false;
    for (Change change : changes) {
      Fate fate;
      if (change instanceof Change.Put put) {
        Event known = log.get(put.id());
        fate = fateOf(put.event(), known, now);
        if (fate == Fate.APPLIED) {
          refold |= known != null || !isNext(put.event());
          log.put(put.event());
          noteLogged(put.event(), known == null ? 1 : 0);
          if (!refold) {
            facts.fold(asMine(put.event()));
            head(head.withLog(CanonicalOrder.of(put.event()), head.logged(), head.expiresAt()));
          }
          changed = true;
        }
      } else {
        fate = Fate.DROPPED;
        if (log.get(change.id()) != null) {
          log.remove(change.id());
          refold = true;
          changed = true;
        }
      }
      outcomes.accept(new Outcome.Settled(change.id(), fate));
    }
    if (refold) {
      refold();
    }
    if (changed) {
      tell(now);
    }
  }

  private Fate fateOf(Event event, @Nullable Event known, Instant now) {
    if (known != null) {
      int order = Versions.UNDER_ONE_ID.compare(known, event);
      if (order >= 0) {
        return order == 0 ? Fate.DUPLICATE : Fate.SUPERSEDED;
      }
    }
    Instant expiry = rules.retention().expiryOf(event);
    return expiry != null && !expiry.isAfter(now) ? Fate.PAST_RETENTION : Fate.APPLIED;
  }

  /**
   * A purchase that names somebody else came here with its original or its newest snapshot: it
   * tells of goods, and nothing of this person's names.
   */
  private Event asMine(Event event) {
    if (event instanceof OrderSnapshot order) {
      return namesMe(order) ? order : order.anonymous();
    }
    if (event instanceof ReceiptSnapshot receipt) {
      return namesMe(receipt) ? receipt : receipt.anonymous();
    }
    return event;
  }

  private boolean namesMe(Event event) {
    return event
        .envelope()
        .identifiers()
        .strongest()
        .map(named -> ProfileId.of(event.envelope().tenant(), named).equals(id))
        .orElse(true);
  }

  private boolean isNext(Event event) {
    CanonicalOrder last = head.lastFolded();
    return last == null || last.compareTo(CanonicalOrder.of(event)) < 0;
  }

  private void noteLogged(Event event, int more) {
    head(
        head.ofTenant(event.envelope().tenant())
            .withLog(
                head.lastFolded(),
                head.logged() + more,
                earliest(head.expiresAt(), rules.retention().expiryOf(event))));
  }

  /** Drops what retention no longer keeps. */
  private void expire(Instant now) {
    Instant first = head.expiresAt();
    if (first == null || first.isAfter(now)) {
      return;
    }
    for (Event event : log.all()) {
      Instant expiry = rules.retention().expiryOf(event);
      if (expiry != null && !expiry.isAfter(now)) {
        log.remove(event.id());
      }
    }
    refold();
    tell(now);
  }

  private void refold() {
    facts.reset();
    CanonicalOrder last = null;
    Instant expiry = null;
    List<Event> events = log.all().stream().sorted(CanonicalOrder.OF_EVENTS).toList();
    for (Event event : events) {
      facts.fold(asMine(event));
      last = CanonicalOrder.of(event);
      expiry = earliest(expiry, rules.retention().expiryOf(event));
    }
    head(head.withLog(last, events.size(), expiry));
  }

  private void tell(Instant now) {
    if (head.documentDueAt() == null) {
      head(head.withDocumentDueAt(rules.timing().dueAfter(now)));
    }
  }

  /** Judges everything due at {@code now}, once. */
  private void judge(Instant now, Consumer<Outcome> outcomes) {
    Instant due = head.documentDueAt();
    if (due == null || due.isAfter(now)) {
      return;
    }
    long revision = Math.max(head.revision() + 1, now.toEpochMilli());
    if (head.logged() > 0) {
      head(head.withPublished(revision, true));
      outcomes.accept(new Outcome.Published(profile(now)));
    } else if (head.published()) {
      head(head.withPublished(revision, false));
      outcomes.accept(new Outcome.Retired(tenant(), id, revision, now));
    } else {
      head(head.withDocumentDueAt(null));
    }
  }

  private String tenant() {
    return Objects.requireNonNull(head.tenant(), "nothing has happened to this person");
  }

  private void head(Head next) {
    head = next;
    headChanged = true;
  }

  private static @Nullable Instant earliest(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isBefore(b) ? a : b;
  }
}
