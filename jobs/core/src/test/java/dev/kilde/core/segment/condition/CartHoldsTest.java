package dev.kilde.core.segment.condition;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.Told.line;
import static dev.kilde.core.event.OrderStatus.CANCELLED;
import static dev.kilde.core.event.OrderStatus.PAID;
import static dev.kilde.core.segment.condition.Somebody.ADA;
import static dev.kilde.core.segment.condition.Somebody.who;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Written;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Tracked.BasketLine;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CartHoldsTest {

  private static final Event CART =
      ADA.cart(
          "1",
          day(1),
          "c1",
          entry("tent-2", "outdoor/tents", "Nordisk", "2", "450"),
          entry("mat", "outdoor/mats", "Basic", "1", "90"),
          entry("gift", null, null, "1", null));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cart: { empty: false }                                           | true",
        "cart: { empty: true }                                            | false",
        "cart: { contains: { product: mat } }                             | true",
        "cart: { contains: { product: lamp } }                            | false",
        "cart: { contains: { category: outdoor } }                        | true",
        "cart: { contains: { category: outdoor/tent } }                   | false",
        "cart: { contains: { brand: Nordisk, category: outdoor/tents } }  | true",
        "cart: { contains: { brand: Nordisk, category: outdoor/mats } }   | false",
        "cart: { value: { atLeast: 990 } }                                | true",
        "cart: { value: { atLeast: 991 } }                                | false",
        "cart: { contains: { product: mat }, value: { atMost: 100 } }     | false",
      })
  void everyPartHoldsAndThoseOfContainsOfOneProduct(String condition, boolean value) {
    who(CART).holds(condition, day(2), value, null);
  }

  @Test
  void ofNobodysCartNothingIsIn() {
    who().holds("cart: { empty: true }", day(1), true, null);
    who().holds("cart: { value: { atMost: 0 } }", day(1), true, null);
    who().holds("cart: { contains: { product: mat } }", day(1), false, null);
  }

  /** Placed on day 3: known at once, though dated ahead. */
  @Test
  void anOrderThatStandsEmptiesItAsSoonAsItIsKnown() {
    Event ordered = ADA.order("2", day(2), day(2), day(3), "o1", PAID, line("mat", "1", "90"));
    Event cancelled =
        ADA.order("3", day(4), day(4), day(3), "o1", CANCELLED, line("mat", "1", "90"));

    who(CART, ordered).holds("cart: { empty: true }", day(2), true, null);
    who(CART, ordered, cancelled).holds("cart: { empty: true }", day(4), false, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cart: {} | - | nothing is asked of the cart",
        "cart: { contains: {} } | - | nothing is asked of the goods",
        "cart: { empty: true, contains: { product: mat } } | contains | an empty cart contains"
            + " nothing",
        "cart: { empty: true, value: { atLeast: 1 } } | value | an empty cart is worth nothing",
      })
  void whatCannotMeanAnythingIsAMistake(String condition, String field, String what) {
    Mistakes.in(condition, field, what);
  }

  @Test
  void itTellsItselfInWords() {
    String condition = "cart: { empty: false, contains: { brand: Basic }, value: { atLeast: 5 } }";

    assertThat(Written.condition(condition).words())
        .isEqualTo("cart is not empty, contains brand Basic, is worth at least 5");
    assertThat(who(CART).actual(condition, day(2))).isEqualTo("tent-2, mat, gift, worth 990");
    assertThat(who().actual(condition, day(2))).isEqualTo("the cart is empty");
  }

  private static BasketLine entry(
      String product,
      @Nullable String category,
      @Nullable String brand,
      String quantity,
      @Nullable String price) {
    return new BasketLine(
        product,
        category,
        brand,
        new BigDecimal(quantity),
        price == null ? null : new BigDecimal(price));
  }
}
