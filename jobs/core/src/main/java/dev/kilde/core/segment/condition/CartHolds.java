package dev.kilde.core.segment.condition;

import dev.kilde.core.facts.Cart;
import dev.kilde.core.facts.Purchases;
import dev.kilde.core.score.Subject;
import dev.kilde.core.segment.Condition;
import dev.kilde.core.segment.Reads;
import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.shape.Mistake;
import dev.kilde.core.shape.Shape;
import dev.kilde.core.verdict.Range;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code cart: { empty, contains, value }}: what lies in the cart, as the profile shows it.
 *
 * <p>An order empties the cart as soon as it is known, also one dated ahead: nobody is reminded of
 * what they ordered. So only input changes the answer.
 *
 * @param empty null: either
 * @param contains what one and the same entry has to be; null: anything
 * @param value of all entries, quantity times price as the shop tells it, nothing where no price is
 *     told; null: any
 */
public record CartHolds(@Nullable Boolean empty, @Nullable Goods contains, @Nullable Range value)
    implements Condition {

  private static final Field<Boolean> EMPTY =
      Field.optional(
          "empty", new Shape.Flag(), "Whether nothing lies in the cart; either if left out.");

  private static final Field<Goods> CONTAINS =
      Field.optional(
          "contains",
          new Shape.Mapping(
                  "goods in the cart", List.of(Goods.PRODUCT, Goods.CATEGORY, Goods.BRAND))
              .as(CartHolds::goods),
          "What one product in the cart has to be, all parts together; anything if left out.");

  private static final Field<Range> VALUE =
      Field.optional(
          "value",
          Ranges.SHAPE,
          "What all in the cart costs, by the prices the shop told; any if left out.");

  public static final Kind<Condition> KIND =
      new Kind<>(
          "cart",
          "True of whoever has such a cart.",
          new Shape.Mapping("a cart", List.of(EMPTY, CONTAINS, VALUE)).as(CartHolds::read));

  private static Goods goods(Arguments given) {
    Goods goods = Goods.of(given);
    if (goods.any()) {
      throw new Mistake(null, "nothing is asked of the goods", "contains: { category: tents }");
    }
    return goods;
  }

  private static CartHolds read(Arguments given) {
    CartHolds cart = new CartHolds(given.get(EMPTY), given.get(CONTAINS), given.get(VALUE));
    if (cart.empty == null && cart.contains == null && cart.value == null) {
      throw new Mistake(null, "nothing is asked of the cart", "cart: { empty: false }");
    }
    if (cart.empty != null && cart.empty && cart.contains != null) {
      throw new Mistake("contains", "an empty cart contains nothing", "empty: false");
    }
    if (cart.empty != null && cart.empty && cart.value != null && !cart.value.holds(0)) {
      throw new Mistake("value", "an empty cart is worth nothing", "empty: false");
    }
    return cart;
  }

  @Override
  public Verdict<Boolean> judge(Subject who, Instant now) {
    List<Cart.Entry> left = left(who);
    Goods goods = contains;
    return Verdict.lasting(
        (empty == null || empty == left.isEmpty())
            && (goods == null
                || left.stream()
                    .anyMatch(
                        entry -> goods.fit(entry.productId(), entry.category(), entry.brand())))
            && (value == null || value.holds(worth(left))));
  }

  private static List<Cart.Entry> left(Subject who) {
    Cart cart = who.get(Cart.FACT);
    return cart.entries().isEmpty()
        ? List.of()
        : cart.left(who.get(Purchases.FACT).newestOrderAt());
  }

  private static BigDecimal worth(List<Cart.Entry> entries) {
    BigDecimal worth = BigDecimal.ZERO;
    for (Cart.Entry entry : entries) {
      BigDecimal price = entry.price();
      worth = price == null ? worth : worth.add(price.multiply(entry.quantity()));
    }
    return worth;
  }

  @Override
  public Reads reads() {
    return Reads.of(Cart.FACT, Purchases.FACT);
  }

  @Override
  public String words() {
    List<String> parts = new ArrayList<>();
    if (empty != null) {
      parts.add(empty ? "is empty" : "is not empty");
    }
    if (contains != null) {
      parts.add("contains " + contains.words());
    }
    if (value != null) {
      parts.add("is worth " + value);
    }
    return "cart " + String.join(", ", parts);
  }

  @Override
  public String actual(Subject who, Instant now) {
    List<Cart.Entry> left = left(who);
    if (left.isEmpty()) {
      return "the cart is empty";
    }
    String products = String.join(", ", left.stream().map(Cart.Entry::productId).toList());
    return products + ", worth " + worth(left).toPlainString();
  }
}
