package dev.kilde.core.identity.worlds;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.SharingLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whom identifiers point to: of the links that began by an instant, the best. */
final class NaivePointers {

  private final IdentityRules rules;
  private final List<NaiveLink> links;

  NaivePointers(IdentityRules rules, List<NaiveLink> links) {
    this.rules = rules;
    this.links = new ArrayList<>(links);
  }

  /** What was known at an instant. */
  NaivePointers upTo(Instant at) {
    return new NaivePointers(
        rules, links.stream().filter(link -> !link.since().isAfter(at)).toList());
  }

  /** As if these links had never been. */
  void forget(Predicate<NaiveLink> which) {
    links.removeIf(which);
  }

  Identifier resolve(Identifier from, Instant at) {
    Identifier to = target(from, at);
    return to == null ? from : resolve(to, at);
  }

  /** From an identifier to the person, both included. */
  List<Identifier> way(Identifier from, Instant at) {
    List<Identifier> way = new ArrayList<>(List.of(from));
    Identifier to = target(from, at);
    if (to != null) {
      way.addAll(way(to, at));
    }
    return way;
  }

  /** Whom an identifier points to; null: nobody. */
  private @Nullable Identifier target(Identifier from, Instant at) {
    List<NaiveLink> inOrder =
        links.stream().filter(link -> link.from().equals(from)).sorted(NaiveLink.BY_TIME).toList();
    int counted = counted(from, inOrder);
    if (counted < inOrder.size() && !at.isBefore(inOrder.get(counted).since())) {
      return null;
    }
    List<NaiveLink> some = inOrder.subList(0, counted);
    if (some.isEmpty()) {
      return null;
    }
    Instant first = some.get(0).since();
    Instant until = at.isBefore(first) ? first : at;
    return some.stream()
        .filter(link -> !link.since().isAfter(until))
        .max(
            Comparator.comparing((NaiveLink link) -> !link.inferred())
                .thenComparing(link -> rules.strength(link.to().kind()))
                .thenComparing(NaiveLink.BY_TIME))
        .orElseThrow()
        .to();
  }

  /** How many links count: those before the one with which too many people were seen. */
  private int counted(Identifier from, List<NaiveLink> inOrder) {
    SharingLimit limit = rules.limit(from.kind());
    for (int i = 0; limit != null && i < inOrder.size(); i++) {
      NaiveLink last = inOrder.get(i);
      Instant after = last.since().minus(limit.within());
      Set<Identifier> people = new HashSet<>();
      inOrder.subList(0, i + 1).stream()
          .filter(link -> link.since().isAfter(after))
          .filter(link -> link.to().kind() == last.to().kind())
          .forEach(link -> people.add(link.to()));
      if (people.size() > limit.atMost()) {
        return i;
      }
    }
    return inOrder.size();
  }
}
