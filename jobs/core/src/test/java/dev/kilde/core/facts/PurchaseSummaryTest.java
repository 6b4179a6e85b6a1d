package dev.kilde.core.facts;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.Told.line;
import static dev.kilde.core.event.OrderStatus.CANCELLED;
import static dev.kilde.core.event.OrderStatus.DELIVERED;
import static dev.kilde.core.event.OrderStatus.PAID;
import static dev.kilde.core.event.OrderStatus.PARTIALLY_RETURNED;
import static dev.kilde.core.event.OrderStatus.PAYMENT_REJECTED;
import static dev.kilde.core.event.OrderStatus.PLACED;
import static dev.kilde.core.event.OrderStatus.RETURNED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.PurchaseLine;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PurchaseSummaryTest {

  private final Told ada = Told.ofEmail("ada@example.com");

  @Test
  void bothChannelsAddUp() {
    PurchaseSummary summary =
        of(
            ada.receipt("1", day(3), "r1", line("mat", "2", "180")),
            ada.order("2", day(1), "o1", PAID, line("tent", "1", "900"), line("lamp", "1", "50")));

    assertThat(summary.orders()).isEqualTo(1);
    assertThat(summary.receipts()).isEqualTo(1);
    assertThat(summary.firstAt()).isEqualTo(day(1));
    assertThat(summary.lastAt()).isEqualTo(day(3));
    assertThat(summary.netTotal()).isEqualByComparingTo("1130");
    assertThat(summary.averageOrderValue()).isEqualByComparingTo("565");
    assertThat(summary.products()).containsExactly("mat", "tent", "lamp");
  }

  @Test
  void whoBoughtNothingHasNothing() {
    assertThat(of())
        .isEqualTo(
            new PurchaseSummary(
                0, 0, null, null, BigDecimal.ZERO, null, List.of(), List.of(), List.of()));
  }

  @Test
  void anOlderSnapshotThatArrivesLateIsIgnored() {
    Event shipped = ada.order("2", day(2), day(2), day(1), "o1", PAID, line("tent", "1", "800"));
    Event placed = ada.order("1", day(3), day(1), day(1), "o1", PLACED, line("tent", "1", "900"));

    assertThat(of(shipped, placed).netTotal()).isEqualByComparingTo("800");
    assertThat(of(shipped, placed).orders()).isEqualTo(1);
  }

  @Test
  void aReceiptIsStoreAndReceiptIdAndTheLaterCorrectsTheEarlier() {
    PurchaseSummary summary =
        of(
            ada.receipt("1", day(1), day(1), "nord", "7", null, null, line("tent", "1", "900")),
            ada.receipt("2", day(2), day(1), "syd", "7", null, null, line("mat", "1", "90")),
            ada.receipt("3", day(3), day(1), "nord", "7", null, null, line("tent", "1", "700")));

    assertThat(summary.receipts()).isEqualTo(2);
    assertThat(summary.netTotal()).isEqualByComparingTo("790");
  }

  @ParameterizedTest
  @EnumSource(OrderStatus.class)
  void aRejectedOrCancelledOrderIsNeitherCountedNorPaidAndAReturnedOneNotCounted(
      OrderStatus status) {
    PurchaseSummary summary = of(ada.order("1", day(1), "o1", status, line("tent", "2", "900")));

    boolean none = status == PAYMENT_REJECTED || status == CANCELLED || status == RETURNED;
    assertThat(summary.orders()).isEqualTo(none ? 0 : 1);
    assertThat(summary.firstAt()).isEqualTo(none ? null : day(1));
    assertThat(summary.netTotal()).isEqualByComparingTo(none ? "0" : "900");
    assertThat(summary.products()).isEqualTo(none ? List.of() : List.of("tent"));
  }

  @Test
  void ofAnOrderReturnedInPartTheRestIsNet() {
    PurchaseSummary summary =
        of(
            ada.order(
                "1",
                day(1),
                "o1",
                PARTIALLY_RETURNED,
                line("tent", "3", "900", "1"),
                line("lamp", "1", "50", "1")));

    assertThat(summary.orders()).isEqualTo(1);
    assertThat(summary.netTotal()).isEqualByComparingTo("600");
    assertThat(summary.products()).containsExactly("tent");
  }

  @Test
  void anOrderOfWhichEveryLineCameBackIsWhollyReturned() {
    PurchaseSummary summary =
        of(
            ada.order(
                "1",
                day(1),
                "o1",
                DELIVERED,
                line("tent", "1", "900", "1"),
                line("voucher", "-1", "-20")));

    assertThat(summary.orders()).isZero();
    assertThat(summary.netTotal()).isEqualByComparingTo("-20");
  }

  @Test
  void aReceiptsNegativeLinesAreDeducted() {
    PurchaseSummary summary =
        of(ada.receipt("1", day(1), "r1", line("tent", "1", "900"), line("mat", "-1", "-90")));

    assertThat(summary.receipts()).isEqualTo(1);
    assertThat(summary.netTotal()).isEqualByComparingTo("810");
    assertThat(summary.products()).containsExactly("tent");
  }

  @Test
  void aReturnOnItsOwnIsNoPurchaseButMoneyBack() {
    PurchaseSummary summary =
        of(
            ada.receipt("1", day(1), "r1", line("tent", "1", "900")),
            ada.receipt("2", day(2), "r2", line("mat", "-1", "-90")));

    assertThat(summary.receipts()).isEqualTo(1);
    assertThat(summary.lastAt()).isEqualTo(day(1));
    assertThat(summary.netTotal()).isEqualByComparingTo("810");
  }

  @Test
  void aReceiptReturnedInPartStaysAndInFullGoesInEitherOrder() {
    Event bought = ada.receipt("1", day(1), "r1", line("tent", "2", "900"), line("mat", "1", "90"));
    Event some = ada.returned("2", day(2), "b1", "r1", line("tent", "-2", "-900"));
    Event rest = ada.returned("3", day(3), "b2", "r1", line("mat", "-1", "-90"));

    assertThat(of(bought, some).receipts()).isEqualTo(1);
    assertThat(of(bought, some).products()).containsExactly("mat");
    assertThat(of(bought, some).netTotal()).isEqualByComparingTo("90");
    assertThat(of(rest, some, bought))
        .extracting(PurchaseSummary::receipts, PurchaseSummary::lastAt)
        .containsExactly(0, null);
    assertThat(of(rest, some, bought).netTotal()).isEqualByComparingTo("0");
  }

  @Test
  void aReturnThatOccurredBeforeWhatItReturnsStillReturnsIt() {
    PurchaseSummary summary =
        of(
            ada.returned("1", day(1), "b1", "r1", line("tent", "-1", "-900")),
            ada.receipt("2", day(2), "r1", line("tent", "1", "900")));

    assertThat(summary.receipts()).isZero();
    assertThat(summary.netTotal()).isEqualByComparingTo("0");
  }

  @Test
  void aReturnInAnotherStoreIsOfAnotherReceipt() {
    PurchaseSummary summary =
        of(
            ada.receipt("1", day(1), day(1), "nord", "r1", null, null, line("tent", "1", "900")),
            ada.receipt("2", day(2), day(2), "syd", "b1", "r1", null, line("tent", "-1", "-900")));

    assertThat(summary.receipts()).isEqualTo(1);
    assertThat(summary.netTotal()).isEqualByComparingTo("0");
  }

  @Test
  void theSameGoodsOnTwoLinesComeBackTogether() {
    Event bought =
        ada.receipt("1", day(1), "r1", line("tent", "1", "900"), line("tent", "1", "900"));

    assertThat(of(bought, ada.returned("2", day(2), "b1", "r1", line("tent", "-1", "-900"))))
        .extracting(PurchaseSummary::receipts)
        .isEqualTo(1);
    assertThat(of(bought, ada.returned("2", day(2), "b1", "r1", line("tent", "-2", "-1800"))))
        .extracting(PurchaseSummary::receipts)
        .isEqualTo(0);
  }

  @Test
  void aFreeReceiptIsValid() {
    assertThat(of(ada.receipt("1", day(1), "r1", line("sample", "1", "0"))).receipts())
        .isEqualTo(1);
  }

  @Test
  void aCurrencyWithARateIsConvertedAndOneWithoutCountsAtFaceValue() {
    Map<String, BigDecimal> rates = Map.of("USD", new BigDecimal("6.9"));
    PurchaseLine tent = line("tent", "1", "100");
    List<Event> events =
        List.of(
            ada.order("1", day(1), day(1), day(1), "o1", PAID, "USD", tent),
            ada.order("2", day(1), day(1), day(1), "o2", PAID, "SEK", tent),
            ada.order("3", day(1), day(1), day(1), "o3", PAID, tent));

    PurchaseSummary summary = PurchaseSummary.of(Folded.of(Purchases.FACT, events), rates);

    assertThat(summary.netTotal()).isEqualByComparingTo("890");
    assertThat(summary.averageOrderValue()).isEqualByComparingTo("296.67");
  }

  private static PurchaseSummary of(Event... events) {
    return PurchaseSummary.of(Folded.of(Purchases.FACT, Arrays.asList(events)), Map.of());
  }
}
