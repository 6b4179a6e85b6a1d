package dev.kilde.core.facts;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.Told.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.event.PurchaseLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReturnsTest {

  private final Told ada = Told.ofEmail("ada@example.com");

  @Test
  void whatSeveralReceiptsBringBackOfOneAddsUpByGoods() {
    Event first =
        ada.returned("1", day(1), "b1", "r1", line("tent", "-1", "-450"), line("mat", "2", "180"));
    Event second = ada.returned("2", day(2), "b2", "r1", line("tent", "-2", "-900"));
    Event other = ada.returned("3", day(2), "b3", "r2", line("tent", "-1", "-450"));

    Map<PurchaseKey, Map<String, BigDecimal>> returns =
        Returns.of(Folded.of(Purchases.FACT, first, second, other));

    assertThat(returns)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                PurchaseKey.receipt("nord", "r1"), Map.of("product:tent", new BigDecimal(3)),
                PurchaseKey.receipt("nord", "r2"), Map.of("product:tent", new BigDecimal(1))));
  }

  @Test
  void goodsAreTheProductElseTheLine() {
    assertThat(Returns.goods(line("tent", "1", "9"))).isEqualTo("product:tent");
    assertThat(Returns.goods(new PurchaseLine("l1", null, null, null, null, null, null, null)))
        .isEqualTo("line:l1");
  }

  @Test
  void ofGoodsOnSeveralLinesTheLastGivesWayFirst() {
    List<PurchaseLine> lines =
        List.of(line("tent", "2", "900"), line("mat", "1", "90"), line("tent", "1", "450"));

    assertThat(Returns.after(lines, Map.of("product:tent", new BigDecimal(2))))
        .extracting(line -> line.piecesKept().intValue(), line -> line.net().intValue())
        .containsExactly(tuple(1, 450), tuple(1, 90), tuple(0, 0));
  }

  @Test
  void moreThanThereWasTakesNoMoreThanThereIs() {
    List<PurchaseLine> lines = List.of(line("tent", "3", "900", "1"), line("voucher", "-1", "-50"));

    List<PurchaseLine> after =
        Returns.after(
            lines, Map.of("product:tent", new BigDecimal(9), "product:voucher", BigDecimal.ONE));

    assertThat(after.get(0).piecesKept()).isEqualByComparingTo("0");
    assertThat(after.get(1)).isEqualTo(lines.get(1));
    assertThat(Returns.after(lines, Map.of())).isSameAs(lines);
  }
}
