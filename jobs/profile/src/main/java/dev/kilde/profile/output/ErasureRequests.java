package dev.kilde.profile.output;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.keeper.Effect;
import dev.kilde.core.keeper.Span;
import dev.kilde.schemas.record.Identifiers;
import dev.kilde.schemas.record.IdentityLink;
import dev.kilde.schemas.record.LinkSpan;
import dev.kilde.schemas.record.PrivacyKind;
import dev.kilde.schemas.record.PrivacyRequest;
import dev.kilde.schemas.record.Trust;
import java.util.List;

/**
 * Writes an erasure that has to reach a weaker identifier, or purchases, as the request it travels
 * by.
 */
public final class ErasureRequests {

  private ErasureRequests() {}

  /** The request: it erases what went over one link, within the spans. */
  public static PrivacyRequest of(Effect.Spread spread) {
    return new PrivacyRequest(
        spread.tenant(),
        spread.request(),
        spread.at(),
        identifiers(spread.weaker()),
        Trust.verified,
        PrivacyKind.erase,
        new IdentityLink(text(spread.weaker()), text(spread.target())),
        spans(spread.spans()),
        List.of());
  }

  /**
   * The request: it erases, within the spans, what is kept of purchases where they are told apart.
   */
  public static PrivacyRequest of(Effect.PurchasesErased erased) {
    return new PrivacyRequest(
        erased.tenant(),
        erased.request(),
        erased.at(),
        identifiers(erased.owner()),
        Trust.verified,
        PrivacyKind.erase,
        null,
        spans(erased.spans()),
        erased.purchases().stream().map(PurchaseKey::text).toList());
  }

  private static List<LinkSpan> spans(List<Span> spans) {
    return spans.stream().map(span -> new LinkSpan(span.from(), span.to())).toList();
  }

  private static String text(Identifier identifier) {
    return identifier.kind().field() + ":" + identifier.value();
  }

  private static Identifiers identifiers(Identifier identifier) {
    Identifiers named = new Identifiers();
    switch (identifier.kind()) {
      case CONTACT_ID -> named.setContactId(identifier.value());
      case EMAIL -> named.setEmail(identifier.value());
      case PHONE -> named.setPhone(identifier.value());
      case LOYALTY_NUMBER -> named.setLoyaltyNumber(identifier.value());
      case CARD_TOKEN -> named.setCardToken(identifier.value());
      case DEVICE_ID -> named.setDeviceId(identifier.value());
    }
    return named;
  }
}
