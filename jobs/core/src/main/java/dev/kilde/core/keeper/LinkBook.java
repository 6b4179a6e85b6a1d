package dev.kilde.core.keeper;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.Link;
import dev.kilde.core.identity.Pointers;
import dev.kilde.core.identity.ReasonCode;
import dev.kilde.core.person.BufferedRows;
import dev.kilde.core.verdict.Instants;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The links one identifier was seen with, and the pointers they make.
 *
 * <p>A link that comes in order changes the pointers as they are; one that comes late, or is taken
 * away, makes them anew from all that are kept. Links to an identifier that is shared are kept,
 * too: one of those that made it shared may turn out to be a mistake.
 *
 * <pre>
 *   let go                       kept, later than those
 *   A@10  B@12  B@14         |   A@15  B@18
 *   A [..12)B [12..)         +   A [15..18)B [18..)     = the pointers
 * </pre>
 *
 * <p>What the links made that retention and cap let go stays, as pointers: later links begin where
 * those end. Nothing of theirs can be corrected one by one; where they are taken back, nobody is
 * pointed to.
 */
final class LinkBook {

  private static final long BYTES_OF_A_LINK = 100;

  /** Pointers are written as a whole; so many are a hundred kilobytes. */
  private static final int MOST_RUNS = 1_000;

  private final IdentifierKind kind;
  private final IdentityRules rules;
  private final Retention retention;
  private final TiesRetention tiesRetention;
  private final int most;
  private final KeeperStore store;
  private final BufferedRows<Link> links;

  private int count;
  private Ties ties;
  private boolean changed;

  LinkBook(IdentifierKind kind, Standing standing, KeeperStore store, Keeper.Rules rules) {
    this.kind = kind;
    this.rules = rules.identity();
    this.retention = rules.person().retention();
    this.tiesRetention = new TiesRetention(retention);
    this.most = rules.mostLinks();
    this.store = store;
    this.links = new BufferedRows<>(store.links(), Link::cause, link -> BYTES_OF_A_LINK);
    this.count = standing.links();
    this.ties = standing.tied() ? Objects.requireNonNull(store.ties()) : Ties.NONE;
  }

  Ties ties() {
    return ties;
  }

  Pointers pointers() {
    return ties.pointers();
  }

  /** How many links are kept. */
  int count() {
    return count;
  }

  /** When the first link can no longer be corrected; null: never. */
  @Nullable Instant expiryOf(Link link) {
    return retention.expiryOfLink(link.since());
  }

  /** A link was seen. */
  LinkVerdict take(Message.Linked linked, Instant now) {
    Link link = linked.link();
    if (isTooLate(link, now)) {
      return LinkVerdict.refused(ReasonCode.TOO_LATE);
    }
    if (ties.isTakenBack(link.target(), link.since()) || isOfErased(link.since())) {
      return LinkVerdict.refused(ReasonCode.BLOCKED);
    }
    if (!linked.believed()) {
      return refusedOnce(link, ReasonCode.UNTRUSTED);
    }
    Pointers before = pointers();
    if (count >= most && before.isSharedAt(link.since())) {
      return LinkVerdict.UNCOUNTED; // a terminal keeps those from before it was found shared
    }
    Link known = count == 0 ? null : links.get(link.cause());
    if (known != null && Pointers.IN_ORDER.compare(known, link) >= 0) {
      return LinkVerdict.KNOWN;
    }
    links.put(link);
    count += known == null ? 1 : 0;
    Pointers after = known == null ? with(before, link) : anew();
    ties(ties.withPointers(after));
    cap();
    return verdict(link, before, after);
  }

  /** The link was a mistake; false where it is not there. */
  boolean retract(Link link) {
    boolean known = count > 0 && link.equals(links.get(link.cause()));
    if (known) {
      remove(List.of(link));
      ties(ties.withPointers(anew()));
    }
    return known;
  }

  /**
   * Links to a target do not count, those that began up to an instant; false where there are none.
   * They go a day after it: until then an erasure of that instant or an earlier one, which comes by
   * several ways, asks who it was.
   */
  boolean takeBack(IdentifierKey target, Instant upTo) {
    Pointers old = letGo();
    boolean any =
        !old.without(target, upTo).equals(old)
            || counting().stream()
                .anyMatch(link -> link.target().equals(target) && !link.since().isAfter(upTo));
    ties(ties.withTakenBack(target, upTo));
    if (any) {
      ties(ties.withPointers(anew()));
    }
    return any;
  }

  /** Whether any link to a target counts. */
  boolean leadsTo(IdentifierKey target) {
    return letGo().leadsTo(target)
        || counting().stream().anyMatch(link -> link.target().equals(target));
  }

  /** The pointers as they were when a request was made, whatever came after it. */
  Pointers pointersAt(Instant request) {
    if (!ties.isTakenBackSince(request)) {
      return pointers();
    }
    List<Link> then =
        all().stream()
            .filter(link -> !ties.isTakenBackBefore(request, link.target(), link.since()))
            .toList();
    return ties.counting(back -> back.upTo().isBefore(request)).withAll(kind, then, rules);
  }

  void ties(Ties next) {
    changed |= !next.equals(ties);
    ties = next;
  }

  /** Lets go of links that no longer correct anything; the earliest expiry left, null: none. */
  @Nullable Instant expire(Instant now) {
    remove(all().stream().filter(link -> Instants.isPast(expiryOfTakenBack(link), now)).toList());
    letGo(all().stream().filter(link -> isExpired(link, now)).toList());
    ties(tiesRetention.expire(ties, now));
    Instant next = tiesRetention.next(ties, now);
    for (Link link : all()) {
      next = Instants.earliest(next, Instants.earliest(expiryOf(link), expiryOfTakenBack(link)));
    }
    return next;
  }

  /**
   * Where there are more runs than may be, whom it pointed to is forgotten of the oldest.
   *
   * @return from when on it is still known, if that changed; else null
   */
  @Nullable Instant capRuns() {
    List<Pointers.Run> runs = pointers().runs();
    int mostRuns = Math.min(most, MOST_RUNS);
    if (runs.size() <= mostRuns) {
      return null;
    }
    int kept = mostRuns - mostRuns / 8 - 1; // and one that points to nobody before
    Instant from = runs.get(runs.size() - kept).since();
    letGo(all().stream().filter(link -> link.since().isBefore(from)).toList());
    Instant linksFrom = ties.linksFrom();
    if (linksFrom == null || linksFrom.isBefore(from)) {
      ties(ties.withLinksFrom(from));
    }
    ties(ties.withRunsFrom(from));
    return from;
  }

  long unwrittenBytes() {
    return links.unwrittenBytes();
  }

  void flush() {
    links.flush();
    if (changed) {
      store.ties(ties);
      changed = false;
    }
  }

  private LinkVerdict verdict(Link link, Pointers before, Pointers after) {
    Instant shared = after.sharedSince();
    if (shared != null && !before.isSharedAt(shared)) {
      return LinkVerdict.refused(ReasonCode.LIMIT);
    }
    if (after.isSharedAt(link.since())) {
      return LinkVerdict.UNCOUNTED;
    }
    IdentifierKey was = before.target(link.since());
    IdentifierKey is = after.target(link.since());
    if (link.target().equals(is)) {
      return link.target().equals(was)
          ? LinkVerdict.KNOWN
          : LinkVerdict.of(was == null ? IdentityChange.Kind.LINKED : IdentityChange.Kind.RELINKED);
    }
    boolean stronger =
        is != null && rules.strength(is.kind()) > rules.strength(link.target().kind());
    return refusedOnce(link, stronger ? ReasonCode.CONFLICT : ReasonCode.UNTRUSTED);
  }

  private LinkVerdict refusedOnce(Link link, ReasonCode refusal) {
    if (ties.isRefused(link.target())) {
      return LinkVerdict.KNOWN;
    }
    ties(ties.withRefused(new Ties.Refused(link.target(), link.since())));
    return LinkVerdict.refused(refusal);
  }

  private boolean isTooLate(Link link, Instant now) {
    Instant from = ties.linksFrom();
    return isExpired(link, now) || (from != null && link.since().isBefore(from));
  }

  /** Whether its own person was meant then, and is erased. */
  private boolean isOfErased(Instant instant) {
    Instant upTo = ties.erasedUpTo();
    return upTo != null && !instant.isAfter(upTo) && pointers().target(instant) == null;
  }

  /** When a link that does not count goes; null: it counts. */
  private @Nullable Instant expiryOfTakenBack(Link link) {
    Instant takenBack = ties.takenBackAt(link.target(), link.since());
    return takenBack == null ? null : takenBack.plus(TiesRetention.KEPT_AFTER_REQUEST);
  }

  private boolean isExpired(Link link, Instant now) {
    return Instants.isPast(expiryOf(link), now);
  }

  private void cap() {
    if (count <= most) {
      return;
    }
    List<Link> inOrder = all().stream().sorted(Pointers.IN_ORDER).toList();
    int excess = count - (most - most / 8);
    letGo(inOrder.subList(0, excess));
    ties(ties.withLinksFrom(inOrder.get(excess).since()));
  }

  /** Lets go of the oldest links; what they make stays. */
  private void letGo(List<Link> oldest) {
    if (oldest.isEmpty()) {
      return;
    }
    List<Link> counted = oldest.stream().filter(this::counts).toList();
    ties(ties.withLetGo(letGo().withAll(kind, counted, rules)));
    remove(oldest);
  }

  private void remove(List<Link> some) {
    some.forEach(link -> links.remove(link.cause()));
    count -= some.size();
  }

  private Pointers with(Pointers before, Link link) {
    if (before.knows(link)) {
      return before;
    }
    return before.isNext(link) ? before.with(kind, link, rules) : anew();
  }

  private Pointers anew() {
    return letGo().withAll(kind, counting(), rules);
  }

  /** What the links no longer kept make now. */
  private Pointers letGo() {
    return ties.counting(back -> true);
  }

  private boolean counts(Link link) {
    return !ties.isTakenBack(link.target(), link.since());
  }

  private List<Link> counting() {
    return all().stream().filter(this::counts).toList();
  }

  private List<Link> all() {
    return count == 0 ? List.of() : links.all();
  }
}
