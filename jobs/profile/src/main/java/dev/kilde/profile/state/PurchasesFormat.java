package dev.kilde.profile.state;

import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.event.PurchaseLine;
import dev.kilde.core.facts.Purchase;
import dev.kilde.core.facts.Purchases;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@link Purchases}. */
public final class PurchasesFormat implements Format<Purchases> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Purchases purchases, StateWriter out) throws IOException {
    out.list(purchases.byKey().values(), purchase -> write(purchase, out));
  }

  @Override
  public Purchases read(int version, StateReader in) throws IOException {
    SortedMap<String, Purchase> byKey = new TreeMap<>();
    for (Purchase purchase : in.list(() -> purchase(in))) {
      byKey.put(purchase.key().text(), purchase);
    }
    return new Purchases(byKey);
  }

  private static void write(Purchase purchase, StateWriter out) throws IOException {
    out.text(purchase.key().text());
    out.instant(purchase.at());
    out.constant(purchase.status());
    out.flag(purchase.wholeReturned());
    out.text(purchase.currency());
    out.list(purchase.lines(), line -> write(line, out));
    out.text(purchase.returnOf() == null ? null : purchase.returnOf().text());
    out.instant(purchase.version().updatedAt());
    out.instant(purchase.version().occurredAt());
    out.fixed(purchase.version().hash());
  }

  private static Purchase purchase(StateReader in) throws IOException {
    return new Purchase(
        new PurchaseKey(in.text()),
        in.instant(),
        in.optionalConstant(OrderStatus.values()),
        in.flag(),
        in.optionalText(),
        in.list(() -> line(in)),
        key(in.optionalText()),
        new Purchase.Version(in.instant(), in.instant(), in.fixed()));
  }

  private static void write(PurchaseLine line, StateWriter out) throws IOException {
    out.text(line.lineId());
    out.text(line.productId());
    out.text(line.category());
    out.text(line.brand());
    out.decimal(line.quantity());
    out.decimal(line.amount());
    out.decimal(line.returnedQuantity());
    out.text(line.status());
  }

  private static PurchaseLine line(StateReader in) throws IOException {
    return new PurchaseLine(
        in.optionalText(),
        in.optionalText(),
        in.optionalText(),
        in.optionalText(),
        in.optionalDecimal(),
        in.optionalDecimal(),
        in.optionalDecimal(),
        in.optionalText());
  }

  private static @Nullable PurchaseKey key(@Nullable String text) {
    return text == null ? null : new PurchaseKey(text);
  }
}
