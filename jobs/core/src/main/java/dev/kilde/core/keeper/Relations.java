package dev.kilde.core.keeper;

import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.Link;
import dev.kilde.core.identity.Pointers;
import dev.kilde.core.identity.ReasonCode;
import dev.kilde.core.person.Claim;
import dev.kilde.core.person.Fate;
import dev.kilde.core.person.Held;
import dev.kilde.core.person.Person;
import dev.kilde.core.verdict.Instants;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whom an identifier points to; its events follow. */
final class Relations {

  private final LinkBook links;
  private final EventPlaces places;
  private final Person person;
  private final Reports reports;
  private final IdentityRules identity;
  private @Nullable Instant expiresAt;

  Relations(
      LinkBook links,
      EventPlaces places,
      Person person,
      Reports reports,
      IdentityRules identity,
      @Nullable Instant expiresAt) {
    this.links = links;
    this.places = places;
    this.person = person;
    this.reports = reports;
    this.identity = identity;
    this.expiresAt = expiresAt;
  }

  LinkBook links() {
    return links;
  }

  EventPlaces places() {
    return places;
  }

  Pointers pointers() {
    return links.pointers();
  }

  /** When the first event passed on, or link, leaves retention, or earlier; null: never. */
  @Nullable Instant expiresAt() {
    return expiresAt;
  }

  /**
   * An event is claimed, and goes to whom the identifier points to at its instant.
   *
   * @param was what was held under its id; null: nothing
   */
  Fate put(@Nullable Held was, Held is, Instant now, Consumer<Effect> effects) {
    IdentifierKey to = pointers().target(is.occurredAt());
    places.move(placed(was), new Placed(is, to), now, effects);
    if (to == null) {
      return Fate.APPLIED;
    }
    expiresAt = Instants.earliest(expiresAt, places.expiryOf(is));
    return Fate.PASSED_ON;
  }

  /**
   * A source no longer claims an event.
   *
   * @param source null: the event's own names
   */
  void drop(Held was, @Nullable IdentifierKey source, Instant now, Consumer<Effect> effects) {
    places.move(placed(was), placed(was.without(source)), now, effects);
  }

  /** Whether a claim is of somebody who was erased here. */
  boolean isErased(Claim claim, Held is) {
    Ties ties = links.ties();
    Instant occurredAt = claim.event().occurredAt();
    Instant erasedUpTo = ties.erasedUpTo();
    return ties.isErased(occurredAt)
        || (erasedUpTo != null
            && !occurredAt.isAfter(erasedUpTo)
            && pointers().target(is.occurredAt()) == null);
  }

  /** Whether whom this identifier meant at an instant was erased here. */
  boolean isErased(Instant instant) {
    Ties ties = links.ties();
    Instant upTo = ties.erasedUpTo();
    return ties.isErased(instant)
        || (upTo != null && !instant.isAfter(upTo) && pointers().target(instant) == null);
  }

  /** Whether a cap has already taken what is at the claim's place, or to whom it would go. */
  boolean isOverCap(Claim claim, Held is) {
    Instant runsFrom = links.ties().runsFrom();
    if (runsFrom != null && is.occurredAt().isBefore(runsFrom)) {
      return true;
    }
    return places.isOverCap(claim, pointers().target(is.occurredAt()));
  }

  void link(Message.Linked linked, Instant now, Consumer<Effect> effects) {
    Pointers before = pointers();
    LinkVerdict verdict = links.take(linked, now);
    Link link = linked.link();
    String cause = link.cause().id();
    expiresAt = Instants.earliest(expiresAt, links.expiryOf(link));
    follow(before, cause, now, effects);
    if (verdict.equals(LinkVerdict.UNCOUNTED)) {
      effects.accept(new Effect.Uncounted());
    } else if (verdict.refusal() == ReasonCode.CONFLICT) {
      contest(linked, effects);
    } else if (verdict.refusal() != null) {
      reports.refused(verdict.refusal(), link.target(), cause, linked.at(), effects);
    } else if (verdict.change() != null) {
      reports.changed(verdict.change(), link.target(), cause, linked.at(), effects);
    }
  }

  /** Asks whom it was seen with whether that is who it follows anyway. */
  private void contest(Message.Linked linked, Consumer<Effect> effects) {
    Link link = linked.link();
    IdentifierKey rival = Objects.requireNonNull(pointers().target(link.since()));
    effects.accept(
        new Effect.Sent(
            link.target(),
            new Message.Contested(
                reports.self(), link.target(), rival, link.cause(), link.since(), linked.at())));
  }

  /**
   * Follows the weaker of two that may be one person; where they stay apart, or end as two of one
   * kind, it was a conflict.
   */
  void judge(Message.Contested contested, Consumer<Effect> effects) {
    IdentifierKey next = pointers().target(contested.since());
    IdentifierKey rival = contested.rival();
    if (rival.equals(next)) {
      return;
    }
    if (next == null || next.kind() == rival.kind()) {
      reports
          .of(contested.by())
          .refused(
              ReasonCode.CONFLICT,
              contested.with(),
              contested.cause().id(),
              contested.at(),
              effects);
      return;
    }
    boolean ahead = identity.strength(next.kind()) > identity.strength(rival.kind());
    effects.accept(
        new Effect.Sent(
            ahead ? rival : next,
            new Message.Contested(
                contested.by(),
                contested.with(),
                ahead ? next : rival,
                contested.cause(),
                contested.since(),
                contested.at())));
  }

  void retract(Message.Retracted retracted, Instant now, Consumer<Effect> effects) {
    Pointers before = pointers();
    Link link = retracted.link();
    if (!links.retract(link)) {
      return;
    }
    String cause = retracted.because().id();
    follow(before, cause, now, effects);
    IdentifierKey was = before.target(link.since());
    IdentifierKey is = pointers().target(link.since());
    if (was == null || !was.equals(link.target()) || was.equals(is)) {
      return;
    }
    if (is == null) {
      reports.changed(IdentityChange.Kind.UNLINKED, was, cause, now, effects);
    } else {
      reports.changed(IdentityChange.Kind.RELINKED, is, cause, now, effects);
    }
  }

  void unlink(Message.Unlink unlink, Instant now, Consumer<Effect> effects) {
    Pointers before = pointers();
    IdentifierKey target = unlink.target();
    if (links.ties().takenBack().contains(new Ties.TakenBack(target, unlink.at()))) {
      return; // the same request once more
    }
    boolean any = takeBack(target, unlink.at(), now);
    follow(before, unlink.request(), now, effects);
    if (any) {
      reports.changed(IdentityChange.Kind.UNLINKED, target, unlink.request(), unlink.at(), effects);
    } else {
      reports.refused(ReasonCode.NO_SUCH_LINK, target, unlink.request(), unlink.at(), effects);
    }
  }

  /**
   * Forgets what was passed on to somebody who is erased.
   *
   * @param spans when it was theirs
   * @return whether there was anything to forget
   */
  boolean erase(Message.EraseTies erase, List<Span> spans, Instant now, Consumer<Effect> effects) {
    Pointers before = pointers();
    places.erase(spans, before, erase.target(), now, effects);
    links.ties(links.ties().withErased(spans));
    boolean any = !spans.isEmpty();
    if (erase.endsLinks()) {
      any |= takeBack(erase.target(), erase.at(), now);
    }
    follow(before, erase.request(), now, effects);
    return any;
  }

  /** Lets go of what retention and caps no longer keep. */
  void expire(Instant now, Consumer<Effect> effects) {
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      expiresAt = Instants.earliest(places.expire(now), links.expire(now));
    }
    places.cap(effects);
    Instant knownFrom = links.capRuns();
    if (knownFrom != null) {
      places.letGoBefore(knownFrom, effects);
    }
  }

  long unwrittenBytes() {
    return places.unwrittenBytes() + links.unwrittenBytes();
  }

  void flush() {
    places.flush();
    links.flush();
  }

  private boolean takeBack(IdentifierKey target, Instant upTo, Instant now) {
    boolean any = links.takeBack(target, upTo);
    expiresAt = now; // of the links taken back, the first to go is found
    return any;
  }

  /** Events go where the pointers say now; a person of whom none is left has become another. */
  private void follow(Pointers before, String cause, Instant now, Consumer<Effect> effects) {
    int events = person.logged();
    Instant expiry = places.follow(before, pointers(), now, effects);
    expiresAt = Instants.earliest(expiresAt, expiry);
    IdentifierKey target = pointers().target(now);
    if (events > 0 && person.logged() == 0 && target != null) {
      reports.retired(person.id().hex(), target, cause, now, effects);
    }
  }

  private @Nullable Placed placed(@Nullable Held held) {
    return held == null ? null : new Placed(held, pointers().target(held.occurredAt()));
  }
}
