package dev.kilde.core.facts;

import static dev.kilde.core.Told.inCart;
import static dev.kilde.core.Told.line;
import static dev.kilde.core.Told.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.OrderStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CartTest {

  private final Told ada = Told.ofEmail("ada@example.com");

  @Test
  void addedLinesComeOnTopOfTheNewestWholeCart() {
    assertThat(
            left(
                ada.cartAdded("1", minute(1), "lamp", "9"),
                ada.cart("2", minute(2), "c1", inCart("tent", "1", "900")),
                ada.cartAdded("3", minute(3), "mat", "2"),
                ada.cartAdded("4", minute(4), "tent", null)))
        .containsExactly("tent x 2", "mat x 2");
  }

  @Test
  void removedLinesAreTakenOffAndWithoutAQuantityAllOfThem() {
    assertThat(
            left(
                ada.cart(
                    "1", minute(1), "c1", inCart("tent", "3", "900"), inCart("mat", "5", "90")),
                ada.cartRemoved("2", minute(2), "tent", "2"),
                ada.cartRemoved("3", minute(3), "mat", null)))
        .containsExactly("tent x 1");
  }

  @Test
  void moreIsRemovedThanThereWas() {
    assertThat(
            left(
                ada.cartAdded("1", minute(1), "tent", "1"),
                ada.cartRemoved("2", minute(2), "tent", "5"),
                ada.cartAdded("3", minute(3), "tent", "1")))
        .containsExactly("tent x 1");
  }

  @Test
  void theNewestWholeCartCountsWhateverArrivedLast() {
    assertThat(
            left(
                ada.cart("2", minute(2), "c1", inCart("mat", "1", "90")),
                ada.cart("1", minute(1), "c1", inCart("tent", "1", "900"))))
        .containsExactly("mat x 1");
  }

  @Test
  void linesWithoutAProductOrWithNothingInThemAreNoGoods() {
    assertThat(
            left(
                ada.cart("1", minute(1), "c1", inCart(null, "1", "1"), inCart("mat", "0", "90")),
                ada.cartAdded("2", minute(2), "tent", "-1")))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(OrderStatus.class)
  void anOrderEmptiesTheCartUnlessItIsRejectedOrCancelled(OrderStatus status) {
    boolean empties = status != OrderStatus.PAYMENT_REJECTED && status != OrderStatus.CANCELLED;

    assertThat(
            left(
                ada.cartAdded("1", minute(1), "tent", "1"),
                ada.order("2", minute(2), "o1", status, line("tent", "1", "900"))))
        .isEqualTo(empties ? List.of() : List.of("tent x 1"));
  }

  @Test
  void anOrderThatIsRejectedLaterGivesTheCartBack() {
    assertThat(
            left(
                ada.cartAdded("1", minute(1), "tent", "1"),
                ada.order("2", minute(2), "o1", OrderStatus.PLACED, line("tent", "1", "900")),
                ada.order(
                    "3",
                    minute(9),
                    minute(9),
                    minute(2),
                    "o1",
                    OrderStatus.PAYMENT_REJECTED,
                    line("tent", "1", "900"))))
        .containsExactly("tent x 1");
  }

  @Test
  void aLaterSnapshotOfAnOrderDoesNotEmptyACartFilledMeanwhile() {
    assertThat(
            left(
                ada.cartAdded("1", minute(1), "tent", "1"),
                ada.order("2", minute(2), "o1", OrderStatus.PLACED, line("tent", "1", "900")),
                ada.cartAdded("3", minute(5), "mat", "1"),
                ada.order(
                    "4",
                    minute(9),
                    minute(9),
                    minute(2),
                    "o1",
                    OrderStatus.SHIPPED,
                    line("tent", "1", "900"))))
        .containsExactly("mat x 1");
  }

  @Test
  void whatAnOrderEmptiedIsNotTakenOutOfTheNextCart() {
    assertThat(
            left(
                ada.cartAdded("1", minute(1), "tent", "1"),
                ada.order("2", minute(2), "o1", OrderStatus.PAID),
                ada.cartAdded("3", minute(3), "tent", "2"),
                ada.cartRemoved("4", minute(4), "tent", "1")))
        .containsExactly("tent x 1");
  }

  @Test
  void whatWasPutInAtTheInstantOfTheOrderWentWithIt() {
    assertThat(
            left(
                ada.cartAdded("1", minute(2), "tent", "1"),
                ada.order("2", minute(2), "o1", OrderStatus.PAID)))
        .isEmpty();
  }

  @Test
  void aReceiptLeavesTheCartAlone() {
    assertThat(
            left(
                ada.cartAdded("1", minute(1), "tent", "1"),
                ada.receipt("2", minute(2), "r1", line("tent", "1", "900"))))
        .containsExactly("tent x 1");
  }

  @Test
  void ofVeryManyEntriesTheNewestStay() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < Cart.MOST_ENTRIES + 2; i++) {
      events.add(ada.cartAdded("e" + i, minute(i), "p" + i, "1"));
    }

    Cart cart = Folded.of(Cart.FACT, events);

    assertThat(cart.entries()).hasSize(Cart.MOST_ENTRIES);
    assertThat(cart.entries().get(0).productId()).isEqualTo("p2");
  }

  private static List<String> left(Event... events) {
    Cart cart = Folded.of(Cart.FACT, Arrays.asList(events));
    Purchases purchases = Folded.of(Purchases.FACT, Arrays.asList(events));
    return cart.left(purchases.newestOrderAt()).stream()
        .map(entry -> entry.productId() + " x " + entry.quantity().toPlainString())
        .toList();
  }
}
