package dev.kilde.profile.purchase;

import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.Stream;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.Claim;
import dev.kilde.profile.purchase.Ownership.Owned;
import dev.kilde.profile.purchase.Ownership.Tie;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What a change of a purchase's ownership says to whom: what is taken away first, then what is
 * given, then links that were mistakes, then links.
 *
 * <pre>
 *   v1: anna -> bo   Drop(v1) to anna, Put(v1) to bo, her links retracted, his made
 *   v1: becomes foreign, or is no longer, at the same owner: Drop(v1), Put(v1)
 *   v1 (e-mail a, device d) of contact c, who has the address: d is linked to a, which meets it
 * </pre>
 */
final class PurchaseMoves {

  /** A message to an identifier. */
  record Move(Identifier to, Message message) {}

  private PurchaseMoves() {}

  /**
   * All that is said, in order.
   *
   * @param because the event by which it changed
   * @param now when it is known
   */
  static List<Move> between(Ownership was, Ownership is, EventId because, Instant now) {
    List<Move> moves = new ArrayList<>();
    for (Owned owned : inOrder(was)) {
      Owned next = is.owned().get(owned.event().id());
      if (next == null || !isAtSamePlace(owned, next)) {
        moves.add(moved(owned, new Change.Drop(null, owned.event().id(), now)));
      }
    }
    for (Owned owned : inOrder(is)) {
      if (!owned.equals(was.owned().get(owned.event().id()))) {
        moves.add(moved(owned, new Change.Put(claim(owned), now)));
      }
    }
    for (Tie tie : was.ties()) {
      if (!is.ties().contains(tie)) {
        moves.add(new Move(tie.weaker(), new Message.Retracted(tie.link(), because, now)));
      }
    }
    for (Tie tie : is.ties()) {
      if (!was.ties().contains(tie)) {
        link(tie, is, now, moves);
      }
    }
    return moves;
  }

  /**
   * All that is said where events are forgotten: of those nothing to the erased owner, who has
   * forgotten them, and no link is retracted, which the erasure of links does.
   *
   * @param gone those in {@code was} that are in {@code is} no longer
   */
  static List<Move> forgetting(
      Ownership was, Ownership is, Set<EventId> gone, PurchaseInput.Forget forget, Instant now) {
    EventId because = new EventId(Stream.PRIVACY, forget.request());
    return between(was, is, because, now).stream()
        .filter(
            move -> {
              if (move.message() instanceof Message.Retracted retracted) {
                return !gone.contains(retracted.id());
              }
              return !gone.contains(move.message().id())
                  || !IdentifierKey.of(forget.tenant(), move.to()).equals(forget.owner());
            })
        .toList();
  }

  /** Who gets the event meets the weaker identifier by it; another stronger one is told. */
  private static void link(Tie tie, Ownership is, Instant now, List<Move> moves) {
    moves.add(new Move(tie.weaker(), new Message.Linked(tie.link(), tie.believed(), now)));
    Owned owned = is.owned().get(tie.link().cause());
    if (owned != null && !owned.owner().equals(tie.stronger())) {
      moves.add(
          new Move(
              tie.stronger(),
              new Message.Acquainted(
                  tie.stronger(), tie.weaker(), tie.link().cause(), tie.link().since(), now)));
    }
  }

  private static boolean isAtSamePlace(Owned a, Owned b) {
    return a.owner().equals(b.owner()) && a.foreign() == b.foreign();
  }

  private static Move moved(Owned owned, Change change) {
    return new Move(owned.owner(), new Message.Moved(change));
  }

  private static Claim claim(Owned owned) {
    return new Claim(null, owned.event(), owned.foreign());
  }

  private static List<Owned> inOrder(Ownership ownership) {
    return ownership.owned().values().stream()
        .sorted(Comparator.comparing(Owned::event, CanonicalOrder.OF_EVENTS))
        .toList();
  }
}
