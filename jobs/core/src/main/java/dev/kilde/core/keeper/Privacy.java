package dev.kilde.core.keeper;

import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.person.Claim;
import dev.kilde.core.person.Held;
import dev.kilde.core.person.Outcome;
import dev.kilde.core.person.Person;
import dev.kilde.core.person.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a person may ask: all that is held to be told, or forgotten. */
final class Privacy {

  private final Reports reports;
  private final Relations relations;
  private final Person person;
  private final AcquaintanceBook acquaintances;
  private final LedgerBook ledger;
  private @Nullable String rebornBy;

  Privacy(
      Reports reports,
      Relations relations,
      Person person,
      AcquaintanceBook acquaintances,
      LedgerBook ledger,
      @Nullable String rebornBy) {
    this.reports = reports;
    this.relations = relations;
    this.person = person;
    this.acquaintances = acquaintances;
    this.ledger = ledger;
    this.rebornBy = rebornBy;
  }

  /** Who is meant by an identifier, after the last request that erased who was. */
  static ProfileId profileId(IdentifierKey self, @Nullable String rebornBy) {
    return rebornBy == null ? new ProfileId(self.hash()) : Erasure.next(self, rebornBy);
  }

  /** Event id of the last request that erased the person; null: none did. */
  @Nullable String rebornBy() {
    return rebornBy;
  }

  void export(Message.Export export, Instant now, Consumer<Effect> effects) {
    IdentifierKey target = relations.pointers().target(export.at());
    if (target != null) {
      effects.accept(new Effect.Sent(target, export));
      return;
    }
    person.settle(now, told(effects));
    Profile profile = person.logged() == 0 ? null : person.profile(now);
    effects.accept(
        new Effect.Exported(
            reports.tenant(),
            person.id(),
            export.request(),
            export.at(),
            profile,
            person.events(),
            ledger.ledger()));
  }

  void erase(Message.Erase erase, Instant now, Consumer<Effect> effects) {
    IdentifierKey target = relations.pointers().target(erase.at());
    if (target != null) {
      pass(erase, target, effects);
      return;
    }
    Ties ties = relations.links().ties();
    Span own = Erasure.ownSpan(ties.pointers(), erase.at());
    boolean latest = isLatest(erase, ties.erasedUpTo());
    if (erase.request().equals(rebornBy) || (!latest && ties.coversErased(List.of(own)))) {
      return; // the same request once more, or one that finds nothing left of then
    }
    spread(erase, own, effects);
    List<Span> spans = own.from() == null ? List.of() : List.of(own);
    List<Held> gone = person.held().stream().filter(isUpTo(erase.at())).toList();
    forgetPurchases(erase.request(), erase.through(), gone, spans, erase.at(), effects);
    relations.links().ties(ties.withErasedUpTo(erase.at()).withErased(List.of(own)));
    String erased = person.id().hex();
    if (latest) {
      startAnew(erase.request(), erase.at(), now, effects);
    }
    reports.erased(erased, erase.request(), erase.at(), effects);
  }

  /** Whether it decides who is left: of several erasures the latest, of one instant by name. */
  private boolean isLatest(Message.Erase erase, @Nullable Instant erasedUpTo) {
    if (erasedUpTo == null || rebornBy == null || erase.at().isAfter(erasedUpTo)) {
      return true;
    }
    return erase.at().equals(erasedUpTo)
        && CanonicalOrder.compareUtf8(erase.request(), rebornBy) > 0;
  }

  void eraseTies(Message.EraseTies erase, Instant now, Consumer<Effect> effects) {
    LinkBook links = relations.links();
    List<Span> spans =
        Erasure.spansTo(links.pointersAt(erase.at()), erase.target(), erase.spans(), erase.at());
    if (isDone(erase, spans)) {
      return;
    }
    Acquaintance known = acquaintances.get();
    if (known != null && !spans.isEmpty()) {
      spread(erase.request(), known.self(), known.weaker(), spans, erase.at(), effects);
    }
    List<Held> gone = relations.places().within(spans);
    forgetPurchases(erase.request(), List.of(), gone, spans, erase.at(), effects);
    boolean any = relations.erase(erase, spans, now, effects);
    if (!relations.pointers().leadsToAnybody()
        && relations.places().all().noneMatch(isUpTo(erase.at()))) {
      startAnew(erase.request(), erase.at(), now, effects);
    }
    if (any) {
      reports.erased(reports.self().hash(), erase.request(), erase.at(), effects);
    }
  }

  /** The same request once more, or one to an identifier of so many that it counts for nobody. */
  private boolean isDone(Message.EraseTies erase, List<Span> spans) {
    Ties ties = relations.links().ties();
    if (!ties.coversErased(spans)) {
      return false;
    }
    return !erase.endsLinks()
        || ties.isTakenBack(erase.target(), erase.at())
        || (ties.pointers().isSharedAt(erase.at()) && !relations.links().leadsTo(erase.target()));
  }

  /** Who is meant then is erased, and what came by way of this one. */
  private void pass(Message.Erase erase, IdentifierKey target, Consumer<Effect> effects) {
    if (erase.onlyHere()) {
      return;
    }
    List<Identifier> through = new ArrayList<>(erase.through());
    Acquaintance known = acquaintances.get();
    if (known != null) {
      through.add(known.self());
    }
    effects.accept(
        new Effect.Sent(target, new Message.Erase(erase.request(), through, false, erase.at())));
  }

  private void spread(Message.Erase erase, Span own, Consumer<Effect> effects) {
    Acquaintance known = acquaintances.get();
    if (known == null) {
      return;
    }
    List<Identifier> weaker = new ArrayList<>(erase.through());
    weaker.addAll(known.weaker());
    List<Span> spans = own.from() == null ? List.of() : List.of(own);
    spread(erase.request(), known.self(), weaker, spans, erase.at(), effects);
  }

  private void spread(
      String request,
      Identifier self,
      List<Identifier> weaker,
      List<Span> spans,
      Instant at,
      Consumer<Effect> effects) {
    List<Identifier> each =
        weaker.stream().filter(other -> !other.equals(self)).distinct().toList();
    Erasure.spread(reports.tenant(), request, self, each, spans, at).forEach(effects);
  }

  /**
   * An event comes of somebody who was erased, once more or too late to be known then: what the
   * stage of purchases keeps of it is forgotten again, and weaker identifiers it names, which may
   * never have been seen here before, are told.
   */
  void refuse(Claim claim, Consumer<Effect> effects) {
    Span erased = relations.links().ties().erasedAt(claim.event().occurredAt());
    if (claim.source() != null || claim.foreign() || erased == null || erased.to() == null) {
      return;
    }
    Instant at = erased.to().minusMillis(1);
    String own = claim.id().stream().topic() + "/" + claim.id().id();
    Acquaintance known = acquaintances.of(claim);
    if (known != null) {
      String request = rebornBy == null ? own : rebornBy;
      spread(request, known.self(), known.weaker(), List.of(erased), at, effects);
    }
    if (PurchaseKey.groupOf(claim.event()) != null) {
      forgetPurchases(own, List.of(), List.of(Held.of(claim)), List.of(erased), at, effects);
    }
  }

  /** Asks the purchases' stage to forget those that came from there. */
  private void forgetPurchases(
      String request,
      List<Identifier> named,
      List<Held> gone,
      List<Span> spans,
      Instant at,
      Consumer<Effect> effects) {
    List<PurchaseKey> erased = ErasedPurchases.among(gone);
    if (erased.isEmpty()) {
      return;
    }
    ErasedPurchases purchases = new ErasedPurchases(reports.tenant(), reports.self());
    Identifier owner = purchases.nameAmong(named).orElse(null);
    Acquaintance known = acquaintances.get();
    if (owner == null && known != null) {
      owner = known.self();
    }
    if (owner == null) {
      owner = purchases.nameAmong(Stream.concat(gone.stream(), relations.places().all()));
    }
    if (owner != null) { // else nothing here names it, nor do the purchases: they are of others
      purchases.requests(request, owner, erased, spans, at).forEach(effects);
    }
  }

  private void startAnew(String request, Instant upTo, Instant now, Consumer<Effect> effects) {
    rebornBy = request;
    person.settle(now, told(effects));
    person.erase(upTo, profileId(reports.self(), request), now, told(effects));
    ledger.forget();
    acquaintances.forget();
    relations.places().all().map(Held::counting).forEach(acquaintances::meet);
  }

  private static Predicate<Held> isUpTo(Instant instant) {
    return held -> !held.occurredAt().isAfter(instant);
  }

  private static Consumer<Outcome> told(Consumer<Effect> effects) {
    return outcome -> effects.accept(new Effect.Told(outcome));
  }
}
