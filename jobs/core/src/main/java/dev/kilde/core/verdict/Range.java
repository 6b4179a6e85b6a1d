package dev.kilde.core.verdict;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a number has to be.
 *
 * @param atLeast inclusive; null: no bound
 * @param atMost inclusive; null: no bound
 */
public record Range(@Nullable BigDecimal atLeast, @Nullable BigDecimal atMost) {

  public static Range of(@Nullable Integer atLeast, @Nullable Integer atMost) {
    return new Range(
        atLeast == null ? null : BigDecimal.valueOf(atLeast),
        atMost == null ? null : BigDecimal.valueOf(atMost));
  }

  public boolean holds(BigDecimal number) {
    return (atLeast == null || number.compareTo(atLeast) >= 0)
        && (atMost == null || number.compareTo(atMost) <= 0);
  }

  public boolean holds(long number) {
    return holds(BigDecimal.valueOf(number));
  }

  /** As a marketer would say it. */
  @Override
  public String toString() {
    if (atLeast != null && atMost != null && atLeast.compareTo(atMost) == 0) {
      return "exactly " + atLeast.toPlainString();
    }
    String least = atLeast == null ? "" : "at least " + atLeast.toPlainString();
    String most = atMost == null ? "" : "at most " + atMost.toPlainString();
    return least.isEmpty() || most.isEmpty() ? least + most : least + ", " + most;
  }
}
