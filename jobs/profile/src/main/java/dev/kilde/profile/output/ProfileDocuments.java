package dev.kilde.profile.output;

import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.facts.Cart;
import dev.kilde.core.facts.Contact;
import dev.kilde.core.facts.PurchaseSummary;
import dev.kilde.core.facts.Purchases;
import dev.kilde.core.facts.Reachability;
import dev.kilde.core.person.Profile;
import dev.kilde.schemas.record.Behaviour;
import dev.kilde.schemas.record.CartLine;
import dev.kilde.schemas.record.ContactFields;
import dev.kilde.schemas.record.KnownIdentifiers;
import dev.kilde.schemas.record.Permission;
import dev.kilde.schemas.record.PermissionChannel;
import dev.kilde.schemas.record.PermissionStatus;
import dev.kilde.schemas.record.ProfileCart;
import dev.kilde.schemas.record.ProfileDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a profile as the document marketers read. */
public final class ProfileDocuments {

  private static final int SCALE = 6;

  /** The greatest amount a document can say: 28 digits, 6 of them decimals. */
  private static final BigDecimal MOST = new BigDecimal("9999999999999999999999.999999");

  private ProfileDocuments() {}

  /**
   * The document of a person with at least one event.
   *
   * @param rates what one unit of a currency is worth in the tenant's
   */
  public static ProfileDocument of(Profile profile, Map<String, BigDecimal> rates) {
    return ProfileDocument.newBuilder()
        .setTenant(profile.tenant())
        .setProfileId(profile.profileId().hex())
        .setIdentifiers(identifiers(profile.identifiers()))
        .setContact(contact(profile.contact()))
        .setPermissions(permissions(profile))
        .setReachable(
            Reachability.of(
                profile.identifiers(),
                profile.contact(),
                profile.permissions(),
                profile.engagement()))
        .setFirstSeenAt(Objects.requireNonNull(profile.seen().firstAt()))
        .setLastSeenAt(Objects.requireNonNull(profile.seen().lastAt()))
        .setBehaviour(new Behaviour(profile.visits().counts(), profile.visits().lastViewed()))
        .setLeadScore(ScoreRecords.leadScore(profile))
        .setRfm(ScoreRecords.rfm(profile))
        .setMailRating(ScoreRecords.mailRating(profile))
        .setSegments(ScoreRecords.segments(profile))
        .setPurchases(purchases(PurchaseSummary.of(profile.purchases(), rates)))
        .setCart(cart(profile.cart(), profile.purchases()))
        .setAsOf(profile.asOf())
        .setRevision(profile.revision())
        .build();
  }

  private static KnownIdentifiers identifiers(dev.kilde.core.facts.KnownIdentifiers known) {
    return new KnownIdentifiers(
        known.of(IdentifierKind.CONTACT_ID),
        known.of(IdentifierKind.EMAIL),
        known.of(IdentifierKind.PHONE),
        known.of(IdentifierKind.LOYALTY_NUMBER),
        known.of(IdentifierKind.CARD_TOKEN),
        known.of(IdentifierKind.DEVICE_ID));
  }

  private static ContactFields contact(Contact contact) {
    return new ContactFields(
        contact.firstName(),
        contact.lastName(),
        contact.birthDate(),
        contact.country(),
        contact.language(),
        contact.timeZone(),
        contact.city(),
        contact.postalCode(),
        contact.customerGroups(),
        contact.interests(),
        contact.attributes());
  }

  private static List<Permission> permissions(Profile profile) {
    return profile.permissions().all().stream()
        .map(
            said ->
                new Permission(
                    PermissionChannel.valueOf(said.channel()),
                    said.purpose(),
                    PermissionStatus.valueOf(said.status().name().toLowerCase(Locale.ROOT)),
                    said.at()))
        .toList();
  }

  private static dev.kilde.schemas.record.Purchases purchases(PurchaseSummary summary) {
    return new dev.kilde.schemas.record.Purchases(
        summary.orders(),
        summary.receipts(),
        summary.firstAt(),
        summary.lastAt(),
        scaled(summary.netTotal()),
        summary.averageOrderValue() == null ? null : scaled(summary.averageOrderValue()),
        summary.categories(),
        summary.brands(),
        summary.products());
  }

  /** Null where nothing lies in the cart. */
  private static @Nullable ProfileCart cart(Cart cart, Purchases purchases) {
    List<Cart.Entry> left = cart.left(purchases.newestOrderAt());
    if (left.isEmpty()) {
      return null;
    }
    BigDecimal value = BigDecimal.ZERO;
    for (Cart.Entry entry : left) {
      BigDecimal price = entry.price();
      value = price == null ? value : value.add(price.multiply(entry.quantity()));
    }
    return new ProfileCart(
        cart.cartId(),
        left.stream()
            .map(
                entry ->
                    new CartLine(
                        entry.productId(),
                        entry.category(),
                        entry.brand(),
                        entry.quantity(),
                        entry.price()))
            .toList(),
        scaled(value),
        cart.changedAt());
  }

  /** Garbage within the bounds of each field can multiply beyond them; the job goes on. */
  static BigDecimal scaled(BigDecimal value) {
    return value.setScale(SCALE, RoundingMode.HALF_EVEN).min(MOST).max(MOST.negate());
  }
}
