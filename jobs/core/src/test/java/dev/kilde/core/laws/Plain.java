package dev.kilde.core.laws;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.facts.Cart;
import dev.kilde.core.facts.Contact;
import dev.kilde.core.facts.Engagement;
import dev.kilde.core.facts.PurchaseSummary;
import dev.kilde.core.person.Profile;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A profile in plain values: what {@link Oracle} computes and what a {@link Profile} says. */
record Plain(
    @Nullable Instant firstSeenAt,
    @Nullable Instant lastSeenAt,
    Map<IdentifierKind, List<String>> identifiers,
    List<Object> contact,
    Map<String, String> permissions,
    Map<String, String> engagement,
    Set<String> unreachable,
    Map<String, Long> counts,
    List<String> lastViewed,
    @Nullable String cartId,
    @Nullable Instant cartChangedAt,
    List<String> cart,
    Bought bought) {

  record Bought(
      int orders,
      int receipts,
      @Nullable Instant firstAt,
      @Nullable Instant lastAt,
      BigDecimal netTotal,
      List<String> categories,
      List<String> products) {}

  /** What one US dollar is worth; everything else counts at face value. */
  static final BigDecimal DOLLAR = new BigDecimal("6.9");

  static Plain of(Profile profile) {
    PurchaseSummary summary = PurchaseSummary.of(profile.purchases(), Map.of("USD", DOLLAR));
    Contact contact = profile.contact();
    Map<IdentifierKind, List<String>> identifiers = new TreeMap<>();
    for (Identifier known : profile.identifiers().all()) {
      identifiers.put(known.kind(), profile.identifiers().of(known.kind()));
    }
    List<Object> fields = new ArrayList<>();
    fields.add(contact.country());
    fields.add(contact.postalCode());
    fields.add(contact.interests());
    fields.add(contact.attributes());
    Map<String, String> permissions = new TreeMap<>();
    profile
        .permissions()
        .all()
        .forEach(p -> permissions.put(p.channel() + "/" + p.purpose(), p.status() + "@" + p.at()));
    Map<String, String> engagement = new TreeMap<>();
    for (Engagement.Response response : profile.engagement().responses()) {
      String key = response.channel() + "/" + response.kind().name().toLowerCase(Locale.ROOT);
      long count = profile.engagement().count(response.channel(), response.kind());
      engagement.put(key, count + "@" + response.at());
    }
    return new Plain(
        profile.seen().firstAt(),
        profile.seen().lastAt(),
        identifiers,
        fields,
        permissions,
        engagement,
        profile.engagement().unreachable(),
        profile.visits().counts(),
        profile.visits().lastViewed(),
        profile.cart().cartId(),
        profile.cart().changedAt(),
        profile.cart().left(profile.purchases().newestOrderAt()).stream()
            .map(Plain::entry)
            .toList(),
        new Bought(
            summary.orders(),
            summary.receipts(),
            summary.firstAt(),
            summary.lastAt(),
            plain(summary.netTotal()),
            summary.categories(),
            summary.products()));
  }

  private static String entry(Cart.Entry entry) {
    return entry(entry.productId(), entry.category(), entry.quantity(), entry.price(), entry.at());
  }

  static String entry(
      String product,
      @Nullable String category,
      BigDecimal quantity,
      @Nullable BigDecimal price,
      Instant at) {
    return String.format(
        Locale.ROOT, "%s (%s) x %s at %s since %s", product, category, plain(quantity), price, at);
  }

  static BigDecimal plain(BigDecimal value) {
    return new BigDecimal(value.stripTrailingZeros().toPlainString());
  }
}
