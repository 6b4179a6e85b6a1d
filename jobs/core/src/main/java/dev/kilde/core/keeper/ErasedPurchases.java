package dev.kilde.core.keeper;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.person.Claim;
import dev.kilde.core.person.Held;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The purchases among what an identifier forgets: their stage keeps them as well, and a later
 * correction would bring them to somebody else.
 *
 * <pre>
 *   purchase stage ──> card ──> contact id: erased
 *         ^              └ what came here of purchases within the spans (a loop through the privacy
 *         └──────────────┘ topic); each identifier asks for what came to it without another's help
 * </pre>
 */
final class ErasedPurchases {

  /** Of one request; with ids of the longest kind a quarter of what a broker takes. */
  static final int MOST = 500;

  private final String tenant;
  private final IdentifierKey self;

  ErasedPurchases(String tenant, IdentifierKey self) {
    this.tenant = tenant;
    this.self = self;
  }

  /** The purchases among some events that came here from their stage, in order, each once. */
  static List<PurchaseKey> among(Collection<Held> events) {
    return events.stream()
        .map(held -> held.from(null))
        .filter(Objects::nonNull)
        .map(claim -> PurchaseKey.groupOf(claim.event()))
        .filter(Objects::nonNull)
        .distinct()
        .sorted(Comparator.comparing(PurchaseKey::text))
        .toList();
  }

  /** How this identifier is written, as one of some events names it; null: none does. */
  @Nullable Identifier nameAmong(Stream<Held> events) {
    return events
        .flatMap(held -> held.claims().stream())
        .map(this::nameOn)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }

  private Optional<Identifier> nameOn(Claim claim) {
    return nameAmong(claim.event().envelope().identifiers().all());
  }

  /** Which of some identifiers this one is. */
  Optional<Identifier> nameAmong(List<Identifier> identifiers) {
    return identifiers.stream()
        .filter(each -> each.kind() == self.kind())
        .filter(each -> IdentifierKey.of(tenant, each).equals(self))
        .findFirst();
  }

  /** The requests, of so many purchases each as one holds. */
  List<Effect> requests(
      String request, Identifier owner, List<PurchaseKey> purchases, List<Span> spans, Instant at) {
    List<Effect> requests = new ArrayList<>();
    for (int from = 0; from < purchases.size(); from += MOST) {
      List<PurchaseKey> part = purchases.subList(from, Math.min(purchases.size(), from + MOST));
      List<String> asked = new ArrayList<>(List.of(request, self.hash()));
      part.forEach(purchase -> asked.add(purchase.text()));
      requests.add(
          new Effect.PurchasesErased(tenant, Erasure.requestOf(asked), owner, part, spans, at));
    }
    return requests;
  }
}
