package dev.kilde.profile;

import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Trust;
import dev.kilde.core.event.Versions;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.SharingLimit;
import dev.kilde.core.person.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is who by the letter of the design, everything known at once and nothing remembered:
 *
 * <ul>
 *   <li>weaker identifiers point to the strongest beside them;
 *   <li>at time t the pointer to the strongest kind wins, then the latest, then the event id;
 *   <li>before the first pointer, the first; inferred counts only while nothing else exists;
 *   <li>from the N+1th person on, what is of a shared identifier stays with it;
 *   <li>of several contents under one id the later counts, then the greater hash: at each
 *       identifier, of those that name it or came up to it.
 * </ul>
 */
final class NaiveIdentity {

  private static final Comparator<Claim> COUNTS =
      Comparator.comparing(Claim::event, Versions.UNDER_ONE_ID)
          .thenComparing(claim -> !claim.foreign());

  private record Sight(Identifier target, Instant at, EventId event, Trust trust) {

    CanonicalOrder order() {
      return new CanonicalOrder(at, event);
    }

    boolean isMoreThanInferred() {
      return trust != Trust.INFERRED;
    }
  }

  private final IdentityRules rules;
  private final Map<Identifier, Map<EventId, Sight>> sights = new HashMap<>();
  private final Map<Identifier, Map<EventId, Claim>> claims = new HashMap<>();

  NaiveIdentity(IdentityRules rules) {
    this.rules = rules;
  }

  /** An event is of whom the identifier turns out to be. */
  void named(Identifier identifier, Claim claim) {
    claims
        .computeIfAbsent(identifier, key -> new HashMap<>())
        .merge(claim.id(), claim, (a, b) -> COUNTS.compare(a, b) >= 0 ? a : b);
  }

  /** The identifiers on an event belong together. */
  void seen(Event event) {
    Trust trust = event.envelope().trust();
    Identifier strongest = rules.strongest(event.envelope().identifiers()).orElse(null);
    for (Identifier weaker : rules.weaker(event.envelope().identifiers())) {
      if (strongest != null && rules.isTrusted(weaker.kind(), trust)) {
        sights
            .computeIfAbsent(weaker, key -> new HashMap<>())
            .merge(
                event.id(),
                new Sight(strongest, event.occurredAt(), event.id(), trust),
                (a, b) -> a.at().isAfter(b.at()) ? a : b);
      }
    }
  }

  /** What everybody has who has anything. */
  Map<Identifier, Collection<Claim>> people() {
    List<IdentifierKind> strongestFirst = rules.order();
    for (int i = strongestFirst.size() - 1; i >= 0; i--) {
      IdentifierKind kind = strongestFirst.get(i);
      claims.keySet().stream().filter(each -> each.kind() == kind).toList().forEach(this::passOn);
    }
    Map<Identifier, Collection<Claim>> people = new HashMap<>();
    claims.forEach((identifier, own) -> people.put(identifier, own.values()));
    return people;
  }

  private void passOn(Identifier identifier) {
    Map<EventId, Claim> own = claims.getOrDefault(identifier, Map.of());
    for (Claim claim : List.copyOf(own.values())) {
      Identifier target = target(identifier, claim.event().occurredAt());
      if (target != null) {
        own.remove(claim.id());
        named(target, claim);
      }
    }
  }

  private @Nullable Identifier target(Identifier identifier, Instant at) {
    List<Sight> all =
        sights.getOrDefault(identifier, Map.of()).values().stream()
            .sorted(Comparator.comparing(Sight::order))
            .toList();
    int tooMany = firstTooMany(all, rules.limit(identifier.kind()));
    if (tooMany < all.size() && !at.isBefore(all.get(tooMany).at())) {
      return null;
    }
    List<Sight> counting = all.subList(0, tooMany);
    if (counting.isEmpty()) {
      return null;
    }
    Instant first = counting.get(0).at();
    Instant known = at.isBefore(first) ? first : at;
    return counting.stream()
        .filter(sight -> !sight.at().isAfter(known))
        .max(
            Comparator.comparing(Sight::isMoreThanInferred)
                .thenComparing(sight -> rules.strength(sight.target().kind()))
                .thenComparing(Sight::order))
        .map(Sight::target)
        .orElseThrow();
  }

  /** The place of the first sight with one person too many; past the end where there is none. */
  private static int firstTooMany(List<Sight> inOrder, @Nullable SharingLimit limit) {
    for (int i = 0; limit != null && i < inOrder.size(); i++) {
      Sight last = inOrder.get(i);
      Set<Identifier> people = new HashSet<>();
      for (Sight sight : new ArrayList<>(inOrder.subList(0, i + 1))) {
        if (sight.target().kind() == last.target().kind()
            && sight.at().isAfter(last.at().minus(limit.within()))) {
          people.add(sight.target());
        }
      }
      if (people.size() > limit.atMost()) {
        return i;
      }
    }
    return inOrder.size();
  }
}
