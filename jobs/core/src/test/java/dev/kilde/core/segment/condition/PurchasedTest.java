package dev.kilde.core.segment.condition;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.Told.line;
import static dev.kilde.core.event.OrderStatus.CANCELLED;
import static dev.kilde.core.event.OrderStatus.PAID;
import static dev.kilde.core.event.OrderStatus.PAYMENT_REJECTED;
import static dev.kilde.core.event.OrderStatus.RETURNED;
import static dev.kilde.core.segment.condition.Somebody.ADA;
import static dev.kilde.core.segment.condition.Somebody.who;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Written;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.PurchaseLine;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PurchasedTest {

  /** Online two tents and a mat on day 10, in a store a lamp on day 20. */
  private static final Somebody ADA_BOUGHT =
      who(
          ADA.order(
              "1",
              day(10),
              "o1",
              PAID,
              inLine("tent-2", "outdoor/tents", "Nordisk", "2", "900", "delivered"),
              inLine("mat", "outdoor/mats", "Basic", "1", "90", "shipped")),
          ADA.receipt("2", day(20), "r1", inLine("lamp", "home", null, "3", "60", null)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // asked                                                        | on day 30
        "purchased: {}                                                     | true",
        "purchased: { atLeast: 2 }                                         | true",
        "purchased: { atLeast: 3 }                                         | false",
        "purchased: { channel: any, atLeast: 2 }                           | true",
        "purchased: { channel: online, atLeast: 2 }                        | false",
        "purchased: { channel: online, line: { product: lamp } }           | false",
        "purchased: { channel: store, line: { product: lamp } }            | true",
        "purchased: { total: { atLeast: 990 } }                            | true",
        "purchased: { total: { atLeast: 991 } }                            | false",
        "purchased: { total: { atMost: 60 } }                              | true",
        "purchased: { total: { atLeast: 61, atMost: 989 } }                | false",
        "purchased: { line: { category: outdoor } }                        | true",
        "purchased: { line: { category: outdoor/tent } }                   | false",
        "purchased: { line: { brand: Nordisk, category: outdoor/tents } }  | true",
        "purchased: { line: { brand: Nordisk, category: outdoor/mats } }   | false",
        "purchased: { line: { product: mat, quantity: { atLeast: 2 } } }   | false",
        "purchased: { line: { product: tent-2, quantity: { atLeast: 2 } } } | true",
        "purchased: { line: { quantity: { atLeast: 3 }, amount: { atLeast: 61 } } } | false",
        "purchased: { line: { amount: { atLeast: 900 } } }                 | true",
        "purchased: { line: { amount: { atLeast: 901 } } }                 | false",
        "purchased: { line: { status: delivered, brand: Basic } }          | false",
        "purchased: { line: { status: shipped, brand: Basic } }            | true",
        "purchased: { total: { atLeast: 100 }, line: { product: lamp } }   | false",
        "purchased: { atMost: 2 }                                          | true",
        "purchased: { atMost: 1 }                                          | false",
        "purchased: { atMost: 0, line: { category: sleeping-bags } }       | true",
      })
  void everyPartHoldsOfOnePurchaseAndThoseOfALineOfOneLine(String condition, boolean value) {
    ADA_BOUGHT.holds(condition, day(30), value, null);
  }

  @Test
  void exactlySixtyDaysAgoNoLongerCountsAndIsOlder() {
    String within = "purchased: { within: 60d }";
    String older = "purchased: { olderThan: 60d }";

    ADA_BOUGHT.holds(within, day(20), true, day(80));
    ADA_BOUGHT.holds(within, day(80), false, null);
    ADA_BOUGHT.holds("not: { " + within + " }", day(79), false, day(80));
    ADA_BOUGHT.holds(older, day(69), false, day(70));
    ADA_BOUGHT.holds(older, day(70), true, null);
    ADA_BOUGHT.holds("purchased: { olderThan: 60d, atLeast: 2 }", day(70), false, day(80));
  }

  @Test
  void betweenTwoAgesItComesAndGoes() {
    String condition = "purchased: { olderThan: 30d, within: 35d }";

    ADA_BOUGHT.holds(condition, day(30), false, day(40));
    ADA_BOUGHT.holds(condition, day(40), true, day(45));
    ADA_BOUGHT.holds(condition, day(45), false, day(50));
    ADA_BOUGHT.holds(condition, day(50), true, day(55));
    ADA_BOUGHT.holds(condition, day(55), false, null);
  }

  @Test
  void onePlacedAheadCountsFromItsTimeOn() {
    Somebody ada =
        who(ADA.order("1", day(1), day(1), day(5), "o1", PAID, line("tent", "1", "900")));

    ada.holds("purchased: {}", day(2), false, day(5));
    ada.holds("purchased: { atMost: 0 }", day(2), true, day(5));
    ada.holds("purchased: { within: 2d }", day(5), true, day(7));
  }

  @ParameterizedTest
  @EnumSource(OrderStatus.class)
  void whatDoesNotStandDoesNotCount(OrderStatus status) {
    boolean none = status == PAYMENT_REJECTED || status == CANCELLED || status == RETURNED;

    assertThat(
            who(ADA.order("1", day(1), "o1", status, line("tent", "2", "900")))
                .is("purchased: {}", day(2)))
        .isEqualTo(!none);
  }

  @Test
  void whatWasFreeDoesNotCount() {
    assertThat(
            who(ADA.receipt("1", day(1), "r1", line("sample", "1", "0")))
                .is("purchased: {}", day(2)))
        .isFalse();
  }

  @Test
  void returnsThatTakeAPurchaseBelowAThresholdReopenHasNotBought() {
    String hasNot = "not: { purchased: { total: { atLeast: 500 } } }";
    String fewer = "not: { purchased: { line: { product: tent, quantity: { atLeast: 2 } } } }";
    String cheaper = "not: { purchased: { line: { product: tent, amount: { atLeast: 500 } } } }";
    Somebody bought =
        who(ADA.receipt("1", day(1), "r1", line("tent", "3", "600"), line("mat", "1", "90")));
    Somebody returned =
        who(
            bought.events().get(0),
            ADA.returned("2", day(2), "b1", "r1", line("tent", "-2", "-400")));
    Somebody order = who(ADA.order("1", day(1), "o1", PAID, line("tent", "3", "600", "2")));

    for (String condition : new String[] {hasNot, fewer, cheaper}) {
      assertThat(bought.is(condition, day(3))).as(condition).isFalse();
      assertThat(returned.is(condition, day(3))).as(condition).isTrue();
      assertThat(order.is(condition, day(3))).as(condition).isTrue();
    }
    assertThat(
            returned.is("purchased: { line: { quantity: { atMost: 1 }, product: tent } }", day(3)))
        .isTrue();
  }

  @Test
  void totalsAreInTheTenantsCurrency() {
    Somebody ada =
        who(ADA.order("1", day(1), day(1), day(1), "o1", PAID, "USD", line("tent", "1", "100")));

    assertThat(ada.is("purchased: { total: { atLeast: 690 } }", day(2))).isTrue();
    assertThat(ada.is("purchased: { total: { atLeast: 691 } }", day(2))).isFalse();
    assertThat(ada.is("purchased: { line: { amount: { atMost: 100 } } }", day(2))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "purchased: { within: 30d, olderThan: 30d } | olderThan | nothing is within 30d and older"
            + " than 30d",
        "purchased: { atLeast: 2, atMost: 1 } | atMost | nothing happens at least 2 times and at"
            + " most 1",
        "purchased: { total: { atLeast: 2, atMost: 1 } } | atMost | nothing is at least 2 and at"
            + " most 1",
        "purchased: { total: {} } | - | the range has no bound",
        "purchased: { line: {} } | - | nothing is asked of the line",
      })
  void whatCannotMeanAnythingIsAMistake(String condition, String field, String what) {
    Mistakes.in(condition, field, what);
  }

  @Test
  void itTellsItselfInWords() {
    assertThat(
            Written.condition(
                    "purchased: { channel: store, within: 60d, total: { atLeast: 500 },"
                        + " line: { category: tents, quantity: { atLeast: 2 } } }")
                .words())
        .isEqualTo(
            "bought category tents at least 2 pieces in a store for a total of at least 500 within"
                + " 60d");
    assertThat(Written.condition("purchased: { olderThan: 30d, within: 60d }").words())
        .isEqualTo("bought within 60d and 30d ago or longer");
    assertThat(ADA_BOUGHT.actual("purchased: { channel: store }", day(30)))
        .isEqualTo("once, on " + day(20));
  }

  private static PurchaseLine inLine(
      String product,
      String category,
      @Nullable String brand,
      String quantity,
      String amount,
      @Nullable String status) {
    return new PurchaseLine(
        null,
        product,
        category,
        brand,
        new BigDecimal(quantity),
        new BigDecimal(amount),
        null,
        status);
  }
}
