package dev.kilde.core.score.rfm;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How purchases are scored: {@code rfm} of {@code scoring.yaml}.
 *
 * @param quintiles score by the population's break points where they are known; else by bands
 * @param window purchases of which span count; positive
 * @param bands break points where the population's are not asked for, or not known
 */
public record RfmPlan(boolean quintiles, Duration window, BreakPoints bands) {

  /** Where nothing else is said. */
  public static final RfmPlan DEFAULT =
      new RfmPlan(
          false,
          Duration.ofDays(730),
          new BreakPoints(whole(30, 90, 180, 365), whole(2, 3, 5, 10), whole(50, 150, 400, 1000)));

  /**
   * The break points that score.
   *
   * @param population learned from everybody; null: none yet
   */
  BreakPoints points(@Nullable BreakPoints population) {
    return quintiles && population != null ? population : bands;
  }

  private static List<BigDecimal> whole(int... numbers) {
    return IntStream.of(numbers).mapToObj(BigDecimal::valueOf).toList();
  }
}
