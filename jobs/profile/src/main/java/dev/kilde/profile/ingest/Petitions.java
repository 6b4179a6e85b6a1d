package dev.kilde.profile.ingest;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Identifiers;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.Normalisation;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.keeper.Span;
import dev.kilde.profile.keeper.KeeperInput;
import dev.kilde.profile.purchase.PurchaseInput;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection;
import dev.kilde.schemas.record.IdentityLink;
import dev.kilde.schemas.record.PrivacyKind;
import dev.kilde.schemas.record.PrivacyRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Addresses the requests of people about their own data.
 *
 * <pre>
 *   export              to the strongest identifier
 *   erase               to the strongest identifier; to the others, what only they know
 *   erase with a link   to the weaker identifier: what went over the link
 *   erase of purchases  to the purchases of the strongest identifier, and to nobody else
 *   unlink              to the weaker identifier
 * </pre>
 */
final class Petitions {

  private final IdentityRules rules;
  private final Normalisation normalisation;

  Petitions(IdentityRules rules, Normalisation normalisation) {
    this.rules = rules;
    this.normalisation = normalisation;
  }

  /** A message and the kind of identifier it goes to. */
  record Addressed(IdentifierKind to, KeeperInput input) {}

  /**
   * What a request asks of identifiers.
   *
   * @param identifiers of the request, normalised
   * @throws RejectedException if its link is none
   */
  List<Addressed> of(PrivacyRequest request, Identifiers identifiers) throws RejectedException {
    return switch (request.getKind()) {
      case export -> export(request, identifiers);
      case erase -> {
        if (!request.getPurchases().isEmpty()) {
          yield List.of();
        }
        yield request.getLink() == null ? erase(request, identifiers) : eraseTies(request);
      }
      case unlink -> unlink(request);
      case unknown -> throw new IllegalStateException("validation refuses unknown kinds");
    };
  }

  /**
   * What a request asks of the stage of purchases.
   *
   * @param identifiers of the request, normalised
   */
  List<PurchaseInput> ofPurchases(PrivacyRequest request, Identifiers identifiers) {
    Identifier owner = rules.strongest(identifiers).orElse(null);
    if (request.getKind() != PrivacyKind.erase || owner == null) {
      return List.of();
    }
    String tenant = request.getTenant();
    IdentifierKey key = IdentifierKey.of(tenant, owner);
    List<Span> spans = spans(request);
    return request.getPurchases().stream()
        .<PurchaseInput>map(
            purchase ->
                new PurchaseInput.Forget(
                    tenant,
                    new PurchaseKey(purchase),
                    key,
                    spans,
                    request.getOccurredAt(),
                    request.getEventId()))
        .toList();
  }

  private List<Addressed> export(PrivacyRequest request, Identifiers identifiers) {
    return rules.strongest(identifiers).stream()
        .map(
            strongest ->
                to(
                    request,
                    strongest,
                    new Message.Export(request.getEventId(), request.getOccurredAt())))
        .toList();
  }

  private List<Addressed> erase(PrivacyRequest request, Identifiers identifiers) {
    String id = request.getEventId();
    Instant at = request.getOccurredAt();
    List<Addressed> addressed = new ArrayList<>();
    rules
        .strongest(identifiers)
        .ifPresent(
            strongest ->
                addressed.add(
                    to(request, strongest, new Message.Erase(id, List.of(strongest), false, at))));
    for (Identifier other : rules.weaker(identifiers)) {
      addressed.add(to(request, other, new Message.Erase(id, List.of(other), true, at)));
    }
    return addressed;
  }

  private List<Addressed> eraseTies(PrivacyRequest request) throws RejectedException {
    Ends ends = ends(request);
    return List.of(
        to(
            request,
            ends.weaker(),
            new Message.EraseTies(
                request.getEventId(),
                IdentifierKey.of(request.getTenant(), ends.stronger()),
                spans(request),
                request.getOccurredAt())));
  }

  private static List<Span> spans(PrivacyRequest request) {
    return request.getSpans().stream().map(span -> new Span(span.getFrom(), span.getTo())).toList();
  }

  private List<Addressed> unlink(PrivacyRequest request) throws RejectedException {
    Ends ends = ends(request);
    return List.of(
        to(
            request,
            ends.weaker(),
            new Message.Unlink(
                IdentifierKey.of(request.getTenant(), ends.stronger()),
                request.getEventId(),
                request.getOccurredAt())));
  }

  private static Addressed to(PrivacyRequest request, Identifier identifier, Message message) {
    return new Addressed(
        identifier.kind(), KeeperInput.to(request.getTenant(), identifier, message));
  }

  private record Ends(Identifier weaker, Identifier stronger) {}

  private Ends ends(PrivacyRequest request) throws RejectedException {
    IdentityLink link = request.getLink();
    if (link == null) {
      throw notALink("there is no link", "give link.from and link.to");
    }
    Identifier from = end("from", link.getFrom());
    Identifier to = end("to", link.getTo());
    if (rules.strength(from.kind()) >= rules.strength(to.kind())) {
      throw notALink(
          "link.from is a " + from.kind().field() + ", link.to a " + to.kind().field(),
          "links lead from a weaker kind to a stronger one");
    }
    return new Ends(from, to);
  }

  private Identifier end(String name, @Nullable String text) throws RejectedException {
    int colon = text == null ? -1 : text.indexOf(':');
    for (IdentifierKind kind : IdentifierKind.values()) {
      if (text != null && colon > 0 && kind.field().equals(text.substring(0, colon))) {
        return normalisation
            .named(each -> each == kind ? text.substring(colon + 1) : null)
            .accepted()
            .all()
            .stream()
            .findFirst()
            .orElseThrow(
                () ->
                    notALink(
                        "link." + name + " names nobody",
                        "give an identifier that is not blocked"));
      }
    }
    throw notALink(
        "link." + name + " names no kind of identifier",
        "write kind:value with a kind of "
            + Arrays.stream(IdentifierKind.values()).map(IdentifierKind::field).toList());
  }

  private static RejectedException notALink(String what, String remedy) {
    return new RejectedException(Rejection.Reason.INVALID_LINK, what + ": " + remedy);
  }
}
