package dev.kilde.core.segment.history;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of purchases. */
final class AskedOfPurchases {

  private AskedOfPurchases() {}

  /** A range of numbers; null: no bound. */
  record Between(@Nullable Integer atLeast, @Nullable Integer atMost) {
    String text() {
      String least = atLeast == null ? "" : "atLeast: " + atLeast;
      String most = atMost == null ? "" : "atMost: " + atMost;
      return "{ " + least + (least.isEmpty() || most.isEmpty() ? "" : ", ") + most + " }";
    }

    boolean holds(BigDecimal number) {
      return (atLeast == null || number.compareTo(BigDecimal.valueOf(atLeast)) >= 0)
          && (atMost == null || number.compareTo(BigDecimal.valueOf(atMost)) <= 0);
    }
  }

  /** {@code line: { .. }}: every part binds to one and the same line. */
  record Line(
      Goods goods, @Nullable Between quantity, @Nullable Between amount, @Nullable String status) {
    private String text() {
      List<String> text = new ArrayList<>(goods.text());
      if (quantity != null) {
        text.add("quantity: " + quantity.text());
      }
      if (amount != null) {
        text.add("amount: " + amount.text());
      }
      if (status != null) {
        text.add("status: " + status);
      }
      return "line: { " + String.join(", ", text) + " }";
    }

    private boolean fits(KnownPurchase.Piece piece) {
      return goods.fit(piece.product(), piece.category(), piece.brand())
          && (quantity == null || quantity.holds(piece.quantity()))
          && (amount == null || amount.holds(piece.amount()))
          && (status == null || status.equals(piece.status()));
    }
  }

  /** {@code purchased: { .. }}. */
  record Purchased(
      @Nullable String channel, @Nullable Between total, @Nullable Line line, Times times)
      implements Asked {
    @Override
    public String text() {
      List<String> text = new ArrayList<>(times.text());
      if (channel != null) {
        text.add("channel: " + channel);
      }
      if (total != null) {
        text.add("total: " + total.text());
      }
      if (line != null) {
        text.add(line.text());
      }
      return "purchased: { " + String.join(", ", text) + " }";
    }

    @Override
    public boolean holds(Known who, Instant now) {
      List<Instant> purchases = new ArrayList<>();
      for (KnownPurchase bought : who.bought()) {
        boolean there =
            channel == null
                || channel.equals("any")
                || channel.equals(bought.online() ? "online" : "store");
        if (there
            && (total == null || total.holds(bought.net()))
            && (line == null || bought.lines().stream().anyMatch(line::fits))) {
          purchases.add(bought.at());
        }
      }
      return times.holds(purchases, who.edition().zone(), now);
    }

    @Override
    public List<Duration> spans() {
      return times.spans();
    }
  }

  /** {@code lastPurchase: { .. }}. */
  record LastPurchase(Duration olderThan, boolean orNever) implements Asked {
    @Override
    public String text() {
      return "lastPurchase: { olderThan: " + Times.span(olderThan) + ", orNever: " + orNever + " }";
    }

    @Override
    public boolean holds(Known who, Instant now) {
      boolean never = true;
      for (KnownPurchase bought : who.bought()) {
        if (bought.at().isAfter(now.minus(olderThan)) && !bought.at().isAfter(now)) {
          return false;
        }
        never &= bought.at().isAfter(now);
      }
      return !never || orNever;
    }

    @Override
    public List<Duration> spans() {
      return List.of(olderThan);
    }
  }

  /** {@code cart: { .. }}; null: not asked. */
  record Cart(@Nullable Boolean empty, @Nullable Goods contains, @Nullable Between value)
      implements Asked {
    @Override
    public String text() {
      List<String> text = new ArrayList<>();
      if (empty != null) {
        text.add("empty: " + empty);
      }
      if (contains != null) {
        text.add("contains: { " + String.join(", ", contains.text()) + " }");
      }
      if (value != null) {
        text.add("value: " + value.text());
      }
      return "cart: { " + String.join(", ", text) + " }";
    }

    @Override
    public boolean holds(Known who, Instant now) {
      BigDecimal worth = BigDecimal.ZERO;
      boolean found = contains == null;
      for (KnownCart.Piece piece : who.cart()) {
        BigDecimal price = piece.price() == null ? BigDecimal.ZERO : piece.price();
        worth = worth.add(price.multiply(piece.quantity()));
        found |= contains != null && contains.fit(piece.product(), piece.category(), piece.brand());
      }
      return found
          && (empty == null || empty == who.cart().isEmpty())
          && (value == null || value.holds(worth));
    }
  }
}
