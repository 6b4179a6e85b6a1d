package dev.kilde.core.facts;

import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.event.PurchaseLine;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The counting purchases of a person, online and in stores.
 *
 * <p>What a return receipt gives back is taken off the receipt it names, if that is known here; of
 * an exchange only what was bought counts as its own.
 *
 * @param counting oldest first
 */
public record Buying(List<Bought> counting) {

  private static final Comparator<Bought> OLDEST_FIRST =
      Comparator.comparing(Bought::at).thenComparing(bought -> bought.key().text());

  public Buying {
    counting = List.copyOf(counting);
  }

  /**
   * Those among all purchases that count.
   *
   * @param rates what one unit of a currency is worth in the tenant's; a currency without a rate
   *     counts at face value
   */
  public static Buying of(Purchases purchases, Map<String, BigDecimal> rates) {
    Map<PurchaseKey, Map<String, BigDecimal>> returns = Returns.of(purchases);
    Map<PurchaseKey, BigDecimal> nets = nets(purchases, rates);
    return new Buying(
        purchases.byKey().values().stream()
            .map(purchase -> bought(purchase, returns, nets))
            .filter(Objects::nonNull)
            .sorted(OLDEST_FIRST)
            .toList());
  }

  private static @Nullable Bought bought(
      Purchase purchase,
      Map<PurchaseKey, Map<String, BigDecimal>> returns,
      Map<PurchaseKey, BigDecimal> nets) {
    Map<String, BigDecimal> returned = returns.getOrDefault(purchase.key(), Map.of());
    List<PurchaseLine> kept = Returns.kept(purchase, returned);
    BigDecimal net = nets.getOrDefault(purchase.key(), BigDecimal.ZERO);
    return Returns.isValid(purchase, kept) && net.signum() > 0
        ? new Bought(
            purchase.key(),
            purchase.at(),
            purchase.online(),
            net,
            Returns.after(kept, returned).stream().filter(PurchaseLine::kept).toList())
        : null;
  }

  private static Map<PurchaseKey, BigDecimal> nets(
      Purchases purchases, Map<String, BigDecimal> rates) {
    Map<PurchaseKey, BigDecimal> nets = new HashMap<>();
    Map<String, Purchase> known = purchases.byKey();
    for (Purchase purchase : known.values()) {
      PurchaseKey original = purchase.returnOf();
      boolean elsewhere = original != null && known.containsKey(original.text());
      for (PurchaseLine line : purchase.lines()) {
        BigDecimal net = Rates.converted(purchase, line.net(), rates);
        boolean gaveBack = elsewhere && line.pieces().signum() < 0;
        PurchaseKey key = gaveBack && original != null ? original : purchase.key();
        nets.merge(key, net, BigDecimal::add);
      }
    }
    return nets;
  }
}
