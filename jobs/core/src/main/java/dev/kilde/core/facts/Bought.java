package dev.kilde.core.facts;

import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.event.PurchaseLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A counting purchase: valid, with a net total above zero.
 *
 * @param at placed or sold at
 * @param online an order; else a receipt
 * @param net what it comes to after all returns, also those by other receipts, in the tenant's
 *     currency; positive
 * @param lines those of which something was bought and kept; what return receipts brought back
 *     stands as returned on them
 */
public record Bought(
    PurchaseKey key, Instant at, boolean online, BigDecimal net, List<PurchaseLine> lines) {
  public Bought {
    lines = List.copyOf(lines);
  }
}
