package dev.kilde.benchmarks;

import dev.kilde.profile.definition.Definitions;
import dev.kilde.profile.rules.BaseRules;
import dev.kilde.profile.rules.RuleUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** As many segments as one likes, of the kinds marketers define. */
final class Segments {

  private Segments() {}

  /** Rules with so many segments, of every tenant, from the beginning. */
  static BaseRules of(int count) {
    List<RuleUpdate> segments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      segments.add(update("", "s" + i, where(i), Instant.EPOCH));
    }
    return BaseRules.of(Definitions.DEFAULT).with(segments);
  }

  /** A segment as it is published. */
  static RuleUpdate update(String tenant, String id, String where, Instant from) {
    return new RuleUpdate(
        tenant,
        RuleUpdate.SEGMENT,
        id,
        1,
        from,
        "segment: " + id + "\nversion: 1\nname: " + id + "\nwhere: { " + where + " }\n");
  }

  /** In turn: interest in a category, in a product, activity, purchases, score, permission. */
  private static String where(int number) {
    int which = number / 8;
    return switch (number % 8) {
      case 0 -> did("category: outdoor/category-" + which, 2, "7d");
      case 1 -> did("product: product-" + which, 1, "14d");
      case 2 -> did("category: outdoor/category-" + (which + 50), 3, "30d");
      case 3 ->
          "all: [ { lastPurchase: { olderThan: " + (30 + which) + "d } }, " + granted() + " ]";
      case 4 -> "purchased: { total: { atLeast: " + (100 + which) + " }, within: 365d }";
      case 5 -> "contact: { field: country, is: DK }";
      case 6 -> "all: [ " + granted() + ", { " + did("brand: brand-" + which, 1, "90d") + " } ]";
      default -> "engaged: { kind: clicked, channel: email, atLeast: 2, within: 30d }";
    };
  }

  private static String did(String goods, int atLeast, String within) {
    return "did: { event: product_viewed, "
        + goods
        + ", atLeast: "
        + atLeast
        + ", within: "
        + within
        + " }";
  }

  private static String granted() {
    return "{ permission: { channel: email, purpose: marketing } }";
  }
}
