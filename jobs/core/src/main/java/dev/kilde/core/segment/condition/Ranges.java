package dev.kilde.core.segment.condition;

import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Mistake;
import dev.kilde.core.shape.Shape;
import dev.kilde.core.verdict.Range;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ranges as definitions write them: {@code { atLeast: 1, atMost: 5 }}. */
final class Ranges {

  /** The largest number asked for; the smallest is its negative, where there may be one. */
  static final BigDecimal MOST = new BigDecimal("1000000000000");

  private static final Shape<BigDecimal> NUMBER = new Shape.Decimal(BigDecimal.ZERO, MOST);

  private static final Field<BigDecimal> AT_LEAST =
      Field.optional("atLeast", NUMBER, "The smallest it may be; without it there is no bound.");

  private static final Field<BigDecimal> AT_MOST =
      Field.optional("atMost", NUMBER, "The greatest it may be; without it there is no bound.");

  /** Of a number that is not negative; one bound at least. */
  static final Shape<Range> SHAPE =
      new Shape.Mapping("a range", List.of(AT_LEAST, AT_MOST)).as(Ranges::read);

  private Ranges() {}

  private static Range read(Arguments given) {
    Range range = between(given.get(AT_LEAST), given.get(AT_MOST));
    if (range.atLeast() == null && range.atMost() == null) {
      throw new Mistake(null, "the range has no bound", "atLeast, atMost or both");
    }
    return range;
  }

  /**
   * What lies between two bounds.
   *
   * @throws Mistake where nothing does
   */
  static Range between(@Nullable BigDecimal atLeast, @Nullable BigDecimal atMost) {
    if (atLeast != null && atMost != null && atMost.compareTo(atLeast) < 0) {
      throw new Mistake(
          "atMost",
          "nothing is at least "
              + atLeast.toPlainString()
              + " and at most "
              + atMost.toPlainString(),
          "atMost of " + atLeast.toPlainString() + " or more");
    }
    return new Range(atLeast, atMost);
  }
}
