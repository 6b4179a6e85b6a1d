package dev.kilde.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** An amount or quantity: a JSON number, read to six decimals (half even), its size below 10^15. */
final class DecimalShape implements Shape {

  private static final int SCALE = 6;
  private static final int WHOLE_DIGITS = 15;

  /** More characters than any amount needs, few enough to be parsed at once. */
  private static final int LONGEST = 1000;

  private static final BigDecimal ZERO = BigDecimal.ZERO.setScale(SCALE);

  @Override
  public Object read(JsonReading in) throws RejectedException, IOException {
    JsonParser parser = in.parser();
    if (!parser.currentToken().isNumeric()) {
      throw in.wrongType("a decimal number");
    }
    BigDecimal value = parser.getTextLength() > LONGEST ? null : parsed(parser.getText());
    BigDecimal rounded = value == null || tooLarge(value) ? null : rounded(value);
    if (rounded == null || tooLarge(rounded)) {
      throw in.rejected(
          Reason.NUMBER_OUT_OF_RANGE,
          Excerpt.of(parser.getText())
              + " is out of range: below 10^15 in size, at most 1000 characters");
    }
    return rounded;
  }

  @Override
  public void write(JsonGenerator out, Object value) throws IOException {
    out.writeNumber(((BigDecimal) value).stripTrailingZeros().toPlainString());
  }

  private static @Nullable BigDecimal parsed(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null; // an exponent of more than 32 bits
    }
  }

  /** Decided from the exponent, so that 1e999999999 is not written out. */
  private static boolean tooLarge(BigDecimal value) {
    return value.signum() != 0 && (long) value.precision() - value.scale() > WHOLE_DIGITS;
  }

  private static BigDecimal rounded(BigDecimal value) {
    boolean vanishes = (long) value.precision() - value.scale() < -SCALE;
    return value.signum() == 0 || vanishes ? ZERO : value.setScale(SCALE, RoundingMode.HALF_EVEN);
  }
}
