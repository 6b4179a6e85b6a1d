package dev.kilde.profile.state;

import dev.kilde.core.facts.Cart;
import java.io.IOException;

/** {@link Cart}. */
public final class CartFormat implements Format<Cart> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Cart cart, StateWriter out) throws IOException {
    out.text(cart.cartId());
    out.list(
        cart.entries(),
        entry -> {
          out.text(entry.productId());
          out.text(entry.category());
          out.text(entry.brand());
          out.decimal(entry.quantity());
          out.decimal(entry.price());
          out.instant(entry.at());
        });
    out.instant(cart.changedAt());
  }

  @Override
  public Cart read(int version, StateReader in) throws IOException {
    return new Cart(
        in.optionalText(),
        in.list(
            () ->
                new Cart.Entry(
                    in.text(),
                    in.optionalText(),
                    in.optionalText(),
                    in.decimal(),
                    in.optionalDecimal(),
                    in.instant())),
        in.optionalInstant());
  }
}
