package dev.kilde.core.facts;

import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.event.PurchaseLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a profile tells of somebody's purchases.
 *
 * @param orders valid online orders
 * @param receipts valid receipts
 * @param firstAt earliest valid purchase, null where there is none
 * @param lastAt latest valid purchase, null where there is none
 * @param netTotal all lines of everything not rejected or cancelled, returns and negative lines
 *     included
 * @param averageOrderValue {@code netTotal / (orders + receipts)}, two decimals; null where nothing
 *     is valid
 * @param categories of goods bought and kept, newest purchase first, each once, at most {@value
 *     #MOST_CATEGORIES}
 * @param brands likewise, at most {@value #MOST_BRANDS}
 * @param products product ids, likewise, at most {@value #MOST_PRODUCTS}
 */
public record PurchaseSummary(
    int orders,
    int receipts,
    @Nullable Instant firstAt,
    @Nullable Instant lastAt,
    BigDecimal netTotal,
    @Nullable BigDecimal averageOrderValue,
    List<String> categories,
    List<String> brands,
    List<String> products) {

  public static final int MOST_CATEGORIES = 200;
  public static final int MOST_BRANDS = 200;
  public static final int MOST_PRODUCTS = 1000;

  private static final Comparator<Purchase> NEWEST_FIRST =
      Comparator.comparing(Purchase::at)
          .reversed()
          .thenComparing(purchase -> purchase.key().text());

  /**
   * The summary of all purchases.
   *
   * @param rates what one unit of a currency is worth in the tenant's; a currency without a rate
   *     counts at face value
   */
  public static PurchaseSummary of(Purchases purchases, Map<String, BigDecimal> rates) {
    Map<PurchaseKey, Map<String, BigDecimal>> returns = Returns.of(purchases);
    int orders = 0;
    int receipts = 0;
    Instant firstAt = null;
    Instant lastAt = null;
    BigDecimal netTotal = BigDecimal.ZERO;
    Set<String> categories = new LinkedHashSet<>();
    Set<String> brands = new LinkedHashSet<>();
    Set<String> products = new LinkedHashSet<>();
    for (Purchase purchase : purchases.byKey().values().stream().sorted(NEWEST_FIRST).toList()) {
      if (purchase.stands()) {
        netTotal = netTotal.add(Rates.converted(purchase, purchase.net(), rates));
      }
      List<PurchaseLine> kept =
          Returns.kept(purchase, returns.getOrDefault(purchase.key(), Map.of()));
      if (!Returns.isValid(purchase, kept)) {
        continue;
      }
      orders += purchase.online() ? 1 : 0;
      receipts += purchase.online() ? 0 : 1;
      firstAt = purchase.at();
      lastAt = lastAt == null ? purchase.at() : lastAt;
      collect(kept, PurchaseLine::category, categories, MOST_CATEGORIES);
      collect(kept, PurchaseLine::brand, brands, MOST_BRANDS);
      collect(kept, PurchaseLine::productId, products, MOST_PRODUCTS);
    }
    int valid = orders + receipts;
    return new PurchaseSummary(
        orders,
        receipts,
        firstAt,
        lastAt,
        netTotal,
        valid == 0 ? null : netTotal.divide(BigDecimal.valueOf(valid), 2, RoundingMode.HALF_EVEN),
        List.copyOf(categories),
        List.copyOf(brands),
        List.copyOf(products));
  }

  private static void collect(
      List<PurchaseLine> lines,
      Function<PurchaseLine, @Nullable String> part,
      Set<String> into,
      int most) {
    for (PurchaseLine line : lines) {
      String value = part.apply(line);
      if (value != null && into.size() < most) {
        into.add(value);
      }
    }
  }
}
