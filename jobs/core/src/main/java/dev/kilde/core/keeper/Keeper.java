package dev.kilde.core.keeper;

import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Versions;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.Pointers;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.Claim;
import dev.kilde.core.person.Fate;
import dev.kilde.core.person.Held;
import dev.kilde.core.person.Outcome;
import dev.kilde.core.person.Person;
import dev.kilde.core.person.Profile;
import dev.kilde.core.segment.Cause;
import dev.kilde.core.verdict.Instants;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one identifier: whom it points to, what it passed on, and, while nothing stronger is known,
 * its person.
 *
 * <pre>
 *   receive ──> pending ── watermark reaches its instant ──> links ──> events ──> own person
 *           \── its instant has passed: at once ──────────/               └────> whom it points to
 * </pre>
 *
 * <p>Everything is taken in order of instant, at one instant in the order of {@link
 * Message#IN_ORDER}, then the person is judged once; so what on-time messages do depends on neither
 * their arrival nor the watermark's steps. A link sends events that went elsewhere, or were the
 * person's, to its target: {@link Change.Drop} there, {@link Change.Put} here.
 *
 * <p>Not thread-safe. Reads lazily from its store; {@link #flush} writes back.
 */
public final class Keeper {

  /**
   * What holds for every keeper of a stage.
   *
   * @param person also says how long and how many events and links are kept for corrections
   * @param mostLinks how many links are kept, at least 8; of more, the oldest go
   */
  public record Rules(IdentityRules identity, Person.Rules person, int mostLinks) {}

  private final String tenant;
  private final Rules rules;
  private final KeeperStore store;
  private final Person person;
  private final Relations relations;
  private final AcquaintanceBook acquaintances;
  private final LedgerBook ledger;
  private final Privacy privacy;
  private final Pending pending;

  private Standing kept;
  private @Nullable Instant alarmAt;

  /** The keeper kept in {@code store}, or a new one. */
  public Keeper(String tenant, IdentifierKey self, KeeperStore store, Rules rules) {
    Standing standing = store.standing();
    this.kept = standing == null ? Standing.NONE : standing;
    this.tenant = tenant;
    this.rules = rules;
    this.store = store;
    this.person =
        new Person(
            tenant, Privacy.profileId(self, kept.rebornBy()), kept.person(), store, rules.person());
    Reports reports = new Reports(tenant, self);
    this.relations =
        new Relations(
            new LinkBook(self.kind(), kept, store, rules),
            new EventPlaces(self, person, kept, store, rules.person()),
            person,
            reports,
            rules.identity(),
            kept.expiresAt());
    this.acquaintances = new AcquaintanceBook(self.kind(), kept, store, rules);
    this.ledger = new LedgerBook(self, kept, store);
    this.privacy = new Privacy(reports, relations, person, acquaintances, ledger, kept.rebornBy());
    this.pending = new Pending(store);
    this.alarmAt = kept.alarmAt();
  }

  /** A message arrives; what has its instant still before it waits. */
  public void receive(Message message, Instant watermark, Consumer<Effect> effects) {
    if (message instanceof Message.Moved moved && moved.change() instanceof Change.Drop drop) {
      pending.takeBack(drop).forEach(id -> end(id, Fate.SUPERSEDED, effects));
    } else if (message instanceof Message.Retracted retracted) {
      pending.takeBack(retracted);
    }
    if (!message.at().isAfter(watermark)) {
      advance(watermark, effects); // whoever is behind the rules catches up first
      settle(List.of(message), watermark, Cause.CORRECTION, effects);
    } else if (!pending.add(message) && message instanceof Message.Moved) {
      end(message.id(), Fate.DUPLICATE, effects);
    }
  }

  /** Takes everything that is due, in order of instant, each with {@code now} = that instant. */
  public void advance(Instant watermark, Consumer<Effect> effects) {
    for (Instant now = nextInstant(); now != null && !now.isAfter(watermark); now = nextInstant()) {
      settle(pending.due(now), now, Cause.EVENT, effects);
    }
  }

  /** The earliest instant at which {@link #advance} has something to do; null: none. */
  public @Nullable Instant nextInstant() {
    Instant next = Instants.earliest(person.nextInstant(), relations.expiresAt());
    next = Instants.earliest(next, acquaintances.expiresAt());
    return Instants.earliest(next, pending.firstAt());
  }

  /** The alarm that was armed for this keeper; null: none, or it has rung. */
  public @Nullable Instant alarmAt() {
    return alarmAt;
  }

  /** Remembers which alarm is armed; null: it has rung. */
  public void alarmAt(@Nullable Instant alarm) {
    alarmAt = alarm;
  }

  /** The profile of its person at {@code asOf}, without publishing it; empty: it has none. */
  public Optional<Profile> profile(Instant asOf) {
    return person.logged() == 0 ? Optional.empty() : Optional.of(person.profile(asOf));
  }

  public String tenant() {
    return tenant;
  }

  /** Whom it points to. */
  public Pointers pointers() {
    return relations.pointers();
  }

  /** Whether so much waits to be written that it should be, hot or not. */
  public boolean isHeavy() {
    return person.isHeavy() || relations.unwrittenBytes() > Person.HEAVY_BYTES;
  }

  /** Writes what changed to the store; of whom nothing is left, nothing is kept. */
  public void flush() {
    Standing standing = standing();
    if (isGone(standing)) {
      store.clear();
      kept = Standing.NONE;
      return;
    }
    person.flush();
    relations.flush();
    acquaintances.flush();
    pending.flush();
    if (!standing.equals(kept)) {
      store.standing(standing);
      kept = standing;
    }
  }

  /**
   * Takes what is due at one instant, then judges once.
   *
   * @param cause {@link Cause#CORRECTION} where the instant of what is taken has passed
   */
  private void settle(List<Message> due, Instant now, Cause cause, Consumer<Effect> effects) {
    for (Message message : due) {
      person.because(cause == Cause.EVENT ? causeOf(message) : cause);
      take(message, now, effects);
    }
    relations.expire(now, effects);
    acquaintances.expire(now);
    ledger.handUp(pointers().target(now), now, effects);
    Consumer<Outcome> told = outcome -> effects.accept(new Effect.Told(outcome));
    person.settle(now, told);
    person.judge(now, told);
  }

  /** Of what is taken in time: an event that is the person's as it occurs, else a merge. */
  private static Cause causeOf(Message message) {
    if (message instanceof Message.Moved moved && moved.change() instanceof Change.Put put) {
      return put.effectiveAt().equals(put.event().occurredAt()) ? Cause.EVENT : Cause.MERGE;
    }
    return message instanceof Message.Unlink || message instanceof Message.Erase
        ? Cause.CORRECTION
        : Cause.MERGE;
  }

  private void take(Message message, Instant now, Consumer<Effect> effects) {
    if (message instanceof Message.Moved moved) {
      if (moved.change() instanceof Change.Put put) {
        end(put.id(), put(put.claim(), now, effects), effects);
      } else {
        drop(moved.change(), now, effects);
      }
    } else if (message instanceof Message.Linked linked) {
      relations.link(linked, now, effects);
    } else if (message instanceof Message.Acquainted acquainted) {
      meet(acquainted);
    } else if (message instanceof Message.Retracted retracted) {
      relations.retract(retracted, now, effects);
    } else if (message instanceof Message.Contested contested) {
      relations.judge(contested, effects);
    } else if (message instanceof Message.HandedOver handed) {
      ledger.take(handed.ledger());
    } else if (message instanceof Message.Unlink unlink) {
      relations.unlink(unlink, now, effects);
    } else if (message instanceof Message.Export export) {
      privacy.export(export, now, effects);
    } else if (message instanceof Message.Erase erase) {
      privacy.erase(erase, now, effects);
    } else if (message instanceof Message.EraseTies erase) {
      privacy.eraseTies(erase, now, effects);
    }
  }

  private void meet(Message.Acquainted acquainted) {
    if (!relations.isErased(acquainted.since())) {
      acquaintances.meet(acquainted.self(), List.of(acquainted.weaker()), acquainted.since());
    }
  }

  private Fate put(Claim claim, Instant now, Consumer<Effect> effects) {
    Held was = relations.places().held(claim.id());
    Held is = was == null ? Held.of(claim) : was.with(claim);
    Fate refusal = refusal(claim, was, is, now);
    if (refusal == Fate.ERASED) {
      privacy.refuse(claim, effects);
      return refusal;
    }
    acquaintances.meet(claim); // refused or not, its weaker identifiers are linked to here
    return refusal != null ? refusal : relations.put(was, is, now, effects);
  }

  /** Why a claim is not taken; null: it is. */
  private @Nullable Fate refusal(Claim claim, @Nullable Held was, Held is, Instant now) {
    Claim known = was == null ? null : was.from(claim.source());
    if (known != null) {
      int order = Versions.UNDER_ONE_ID.compare(known.event(), claim.event());
      if (order == 0) {
        return Fate.DUPLICATE;
      }
      if (order > 0 && claim.source() == null) {
        return Fate.SUPERSEDED;
      }
    }
    Instant expiry = rules.person().retention().expiryOf(claim.event());
    if (expiry != null && !expiry.isAfter(now)) {
      return Fate.PAST_RETENTION;
    }
    if (relations.isErased(claim, is)) {
      return Fate.ERASED;
    }
    return relations.isOverCap(claim, is) ? Fate.OVER_CAP : null;
  }

  private void drop(Change drop, Instant now, Consumer<Effect> effects) {
    Held was = relations.places().held(drop.id());
    if (was != null && was.from(drop.source()) != null) {
      relations.drop(was, drop.source(), now, effects);
    }
    end(drop.id(), Fate.DROPPED, effects);
  }

  private static void end(EventId id, Fate fate, Consumer<Effect> effects) {
    effects.accept(new Effect.Told(new Outcome.Settled(id, fate)));
  }

  private Standing standing() {
    LinkBook links = relations.links();
    EventPlaces places = relations.places();
    return new Standing(
        tenant,
        person.head(),
        places.count(),
        relations.expiresAt(),
        places.heldUpTo(),
        places.capped(),
        links.count(),
        !links.ties().equals(Ties.NONE),
        acquaintances.get() != null,
        ledger.isEngaged(),
        privacy.rebornBy(),
        alarmAt);
  }

  private boolean isGone(Standing standing) {
    return person.isGone()
        && standing.passed() == 0
        && !standing.tied()
        && !standing.known()
        && !standing.engaged()
        && standing.rebornBy() == null
        && alarmAt == null
        && pending.isEmpty();
  }
}
