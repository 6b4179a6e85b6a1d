package dev.kilde.core.segment.condition;

import dev.kilde.core.event.PurchaseLine;
import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Mistake;
import dev.kilde.core.shape.Shape;
import dev.kilde.core.verdict.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one and the same line of a purchase has to be; every part that is given.
 *
 * @param quantity of the pieces kept; null: any
 * @param amount of what they cost after returns, in the purchase's currency; null: any
 * @param status as the shop names it; null: any
 */
record LineMatch(
    Goods goods, @Nullable Range quantity, @Nullable Range amount, @Nullable String status) {

  private static final Field<Range> QUANTITY =
      Field.optional(
          "quantity", Ranges.SHAPE, "Pieces bought and not returned; any number if left out.");

  private static final Field<Range> AMOUNT =
      Field.optional(
          "amount",
          Ranges.SHAPE,
          "The line's amount after returns, in the purchase's currency; any if left out.");

  private static final Field<String> STATUS =
      Field.optional(
          "status",
          new Shape.Text("delivered"),
          "The line's delivery status, as the shop names it; any if left out.");

  static final Shape<LineMatch> SHAPE =
      new Shape.Mapping(
              "a line",
              List.of(Goods.PRODUCT, Goods.CATEGORY, Goods.BRAND, QUANTITY, AMOUNT, STATUS))
          .as(LineMatch::read);

  private static LineMatch read(Arguments given) {
    LineMatch line =
        new LineMatch(Goods.of(given), given.get(QUANTITY), given.get(AMOUNT), given.get(STATUS));
    if (line.goods.any() && line.quantity == null && line.amount == null && line.status == null) {
      throw new Mistake(null, "nothing is asked of the line", "line: { category: tents }");
    }
    return line;
  }

  /**
   * @param line of which something was kept
   */
  boolean fits(PurchaseLine line) {
    return goods.fit(line.productId(), line.category(), line.brand())
        && (quantity == null || quantity.holds(line.piecesKept()))
        && (amount == null || amount.holds(line.net()))
        && (status == null || status.equals(line.status()));
  }

  String words() {
    return Wording.sentence(
        goods.words(),
        quantity == null ? "" : quantity + " pieces",
        amount == null ? "" : "for " + amount,
        status == null ? "" : "status " + status);
  }
}
