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
import dev.kilde.core.score.Subject;
import dev.kilde.core.segment.Cause;
import dev.kilde.core.segment.Rulebook;
import dev.kilde.core.segment.Rulebooks;
import dev.kilde.core.segment.Ruleset;
import dev.kilde.core.verdict.Instants;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One event-sourced person: a log of events beside the facts folded from it.
 *
 * <pre>
 *   put, remove ──> log ── settle ──> facts ── judge ──> segments, document
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
   * @param rulebooks what people are judged by
   */
  public record Rules(
      Retention retention, EventCap cap, DocumentTiming timing, Rulebooks rulebooks) {

    /** Without segments, by scores as built in. */
    public Rules(Retention retention, EventCap cap, DocumentTiming timing) {
      this(retention, cap, timing, tenant -> Rulebook.always(Ruleset.DEFAULT));
    }
  }

  /** A session's events are some ten thousand bytes. */
  public static final long HEAVY_BYTES = 64 * 1024;

  private static final Comparator<Held> IN_ORDER =
      Comparator.comparing(Held::event, CanonicalOrder.OF_EVENTS);

  private final String tenant;
  private final Rules rules;
  private final Rulebook rulebook;
  private final BufferedRows<Held> log;
  private final FactSheet facts;
  private final List<Happening> happened = new ArrayList<>();

  private ProfileId id;
  private Head head;
  private boolean changed;
  private boolean refold;
  private Cause cause = Cause.EVENT;

  /** The person of whom {@code head} was kept, the rest in {@code store}. */
  public Person(String tenant, ProfileId id, Head head, PersonStore store, Rules rules) {
    this.tenant = tenant;
    this.id = id;
    this.head = head;
    this.rules = rules;
    this.rulebook = rules.rulebooks().of(tenant);
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

  /** Why whatever is put and removed from here on is. */
  public void because(Cause reason) {
    cause = reason;
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
    if (known == null) {
      happened.add(new Happening(held.counting().asMine(), cause));
    } else if (refold) {
      happened.add(new Happening(known.counting().asMine(), cause));
      happened.add(new Happening(held.counting().asMine(), cause));
    }
    noteLogged(held.event(), known == null ? 1 : 0);
    if (known == null && !refold) {
      facts.fold(held.counting().asMine());
      head = head.withLog(CanonicalOrder.of(held.event()), head.logged(), head.expiresAt());
    }
    changed |= known == null || refold;
  }

  /** The person no longer has what is there under this id. */
  public void remove(EventId eventId) {
    Held known = held(eventId);
    if (known == null) {
      return;
    }
    happened.add(new Happening(known.counting().asMine(), cause));
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
    if (changed) {
      tellBy(rules.timing().dueAfter(now));
    }
    changed = false;
  }

  /** Judges everything due at {@code now}, once. */
  public void judge(Instant now, Consumer<Outcome> outcomes) {
    sort(now, outcomes);
    Instant scoresDueAt = head.judged().scoresDueAt();
    if (scoresDueAt != null && !scoresDueAt.isAfter(now)) {
      head = head.withJudged(head.judged().withScoresDueAt(null));
      tellBy(rules.timing().dueAfter(now));
    }
    Instant due = head.documentDueAt();
    if (due == null || due.isAfter(now)) {
      return;
    }
    if (head.logged() > 0) {
      head = head.withPublished(nextRevision(now), true);
      Profile profile = profile(now);
      head = head.withJudged(head.judged().withScoresDueAt(profile.scores().holdUntil()));
      outcomes.accept(new Outcome.Published(profile));
    } else {
      if (head.published()) {
        retire(now, outcomes);
      }
      head = Head.NONE; // as one nothing was ever kept of
    }
  }

  /** Into segments, and out of them. */
  private void sort(Instant now, Consumer<Outcome> outcomes) {
    Judged before = head.judged();
    if (head.logged() == 0) {
      leaveAll(now, outcomes);
    } else {
      Judged after =
          Judging.judge(
              facts,
              rulebook.at(now),
              before,
              happened,
              now,
              change -> outcomes.accept(new Outcome.Sorted(tenant, id, change)));
      head = head.withJudged(after);
      boolean byRules = before.revision() != 0 && before.revision() != after.revision();
      if (!after.memberships().equals(before.memberships())
          || (byRules && before.terms() != after.terms())) {
        tellBy(byRules ? rules.timing().dueAfterRules(now, id) : rules.timing().dueAfter(now));
      }
    }
    happened.clear();
  }

  private void leaveAll(Instant now, Consumer<Outcome> outcomes) {
    Judging.leaveAll(
        head.judged(),
        happened,
        now,
        change -> outcomes.accept(new Outcome.Sorted(tenant, id, change)));
    head = head.withJudged(Judged.NEVER);
  }

  private void tellBy(Instant due) {
    Instant known = head.documentDueAt();
    if (known == null || due.isBefore(known)) {
      head = head.withDocumentDueAt(due);
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
    leaveAll(now, outcomes);
    happened.clear();
    held().forEach(left -> happened.add(new Happening(left.counting().asMine(), cause)));
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
    Instant next = Instants.earliest(head.documentDueAt(), head.expiresAt());
    next = Instants.earliest(next, head.judged().nextInstant());
    return Instants.earliest(next, catchUpAt());
  }

  /** When rules took effect that the person has not been judged by; null: there are none. */
  private @Nullable Instant catchUpAt() {
    Instant judgedAt = head.judged().at();
    if (judgedAt == null || head.judged().revision() == 0) {
      return null; // to be judged as soon as anything happens
    }
    Ruleset newer = rulebook.after(head.judged().revision(), judgedAt);
    return newer == null ? null : Instants.latest(judgedAt, newer.effectiveAt());
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
        Scores.of(subject(asOf), asOf),
        head.judged().memberships(),
        asOf,
        head.revision());
  }

  private Subject subject(Instant now) {
    return new Subject(
        facts,
        rulebook.at(now).terms(),
        segment -> Verdict.lasting(head.judged().in(segment) != null));
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
            Instants.earliest(head.expiresAt(), rules.retention().expiryOf(event)));
  }

  /** Drops what retention no longer keeps. */
  private void expire(Instant now) {
    Instant first = head.expiresAt();
    if (first == null || first.isAfter(now)) {
      return;
    }
    because(Cause.TIME);
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
    because(Cause.CORRECTION);
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
      expiry = Instants.earliest(expiry, rules.retention().expiryOf(held.event()));
    }
    head = head.withLog(last, events.size(), expiry);
  }
}
