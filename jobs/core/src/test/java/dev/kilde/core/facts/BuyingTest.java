package dev.kilde.core.facts;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.Told.line;
import static dev.kilde.core.event.OrderStatus.CANCELLED;
import static dev.kilde.core.event.OrderStatus.PAID;
import static dev.kilde.core.event.OrderStatus.PARTIALLY_RETURNED;
import static dev.kilde.core.event.OrderStatus.PAYMENT_REJECTED;
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

class BuyingTest {

  private final Told ada = Told.ofEmail("ada@example.com");

  @Test
  void whatCountsOfBothChannelsIsThereOldestFirst() {
    List<Bought> bought =
        counting(
            ada.receipt("1", day(3), "r1", line("mat", "2", "180")),
            ada.order("2", day(5), day(5), day(1), "o1", PAID, line("tent", "1", "900")));

    assertThat(bought).extracting(Bought::at).containsExactly(day(1), day(3));
    assertThat(bought).extracting(Bought::online).containsExactly(true, false);
    assertThat(bought)
        .extracting(Bought::net)
        .containsExactly(new BigDecimal(900), new BigDecimal(180));
  }

  @ParameterizedTest
  @EnumSource(OrderStatus.class)
  void whatDoesNotStandDoesNotCount(OrderStatus status) {
    boolean none = status == PAYMENT_REJECTED || status == CANCELLED || status == RETURNED;

    assertThat(counting(ada.order("1", day(1), "o1", status, line("tent", "2", "900"))))
        .hasSize(none ? 0 : 1);
  }

  @Test
  void whatComesToNothingDoesNotCount() {
    assertThat(counting(ada.receipt("1", day(1), "r1", line("sample", "1", "0")))).isEmpty();
    assertThat(
            counting(
                ada.order(
                    "1",
                    day(1),
                    "o1",
                    PAID,
                    line("tent", "1", "90"),
                    line("voucher", "-1", "-90"))))
        .isEmpty();
  }

  @Test
  void ofAnOrderReturnedInPartTheRestCounts() {
    Bought bought =
        only(
            ada.order(
                "1",
                day(1),
                "o1",
                PARTIALLY_RETURNED,
                line("tent", "3", "900", "1"),
                line("lamp", "1", "50", "1")));

    assertThat(bought.net()).isEqualByComparingTo("600");
    assertThat(bought.lines()).extracting(PurchaseLine::productId).containsExactly("tent");
    assertThat(bought.lines().get(0).piecesKept()).isEqualByComparingTo("2");
  }

  @Test
  void aReturnReceiptIsTakenOffTheReceiptItNamesAndIsNoPurchase() {
    Event receipt =
        ada.receipt("1", day(1), "r1", line("tent", "3", "900"), line("mat", "1", "90"));
    Event some = ada.returned("2", day(2), "b1", "r1", line("tent", "-2", "-500"));
    Event rest =
        ada.returned("3", day(3), "b2", "r1", line("tent", "-1", "-400"), line("mat", "-1", "-90"));

    Bought bought = only(some, receipt);
    assertThat(bought.net()).isEqualByComparingTo("490");
    assertThat(bought.at()).isEqualTo(day(1));
    assertThat(bought.lines()).extracting(PurchaseLine::productId).containsExactly("tent", "mat");
    assertThat(bought.lines().get(0).piecesKept()).isEqualByComparingTo("1");
    assertThat(bought.lines().get(0).net()).isEqualByComparingTo("300");
    assertThat(counting(receipt, some, rest)).isEmpty();
  }

  @Test
  void ofAnExchangeOnlyWhatWasBoughtCountsAsItsOwn() {
    List<Bought> bought =
        counting(
            ada.receipt("1", day(1), "r1", line("tent", "1", "900"), line("mat", "1", "90")),
            ada.returned(
                "2", day(2), "b1", "r1", line("tent", "-1", "-900"), line("lamp", "1", "100")));

    assertThat(bought).extracting(Bought::at).containsExactly(day(1), day(2));
    assertThat(bought)
        .extracting(Bought::net)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(new BigDecimal(90), new BigDecimal(100));
  }

  @Test
  void aReturnOfWhatIsNotKnownIsNoPurchase() {
    assertThat(counting(ada.returned("1", day(1), "b1", "r9", line("tent", "-1", "-900"))))
        .isEmpty();
  }

  @Test
  void amountsAreInTheTenantsCurrency() {
    Event order =
        ada.order("1", day(1), day(1), day(1), "o1", PAID, "USD", line("tent", "1", "100"));

    assertThat(
            Buying.of(Folded.of(Purchases.FACT, order), Map.of("USD", new BigDecimal("6.9")))
                .counting()
                .get(0)
                .net())
        .isEqualByComparingTo("690");
  }

  private static Bought only(Event... events) {
    List<Bought> all = counting(events);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static List<Bought> counting(Event... events) {
    return Buying.of(Folded.of(Purchases.FACT, Arrays.asList(events)), Map.of()).counting();
  }
}
