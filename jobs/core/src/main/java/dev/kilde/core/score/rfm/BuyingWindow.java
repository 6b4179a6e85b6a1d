package dev.kilde.core.score.rfm;

import dev.kilde.core.facts.Bought;
import dev.kilde.core.facts.Buying;
import dev.kilde.core.verdict.Instants;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's counting purchases as a rolling window sees them while time goes by.
 *
 * <pre>
 *   purchase   at |===== counts =====) at + window
 * </pre>
 *
 * <p>Each instant costs two searches: sums of the oldest are kept.
 */
final class BuyingWindow {

  private final List<Bought> counting;
  private final List<BigDecimal> sums;
  private final Duration window;

  /**
   * @param window positive
   */
  BuyingWindow(Buying buying, Duration window) {
    counting = buying.counting();
    sums = new ArrayList<>(counting.size() + 1);
    BigDecimal sum = BigDecimal.ZERO;
    sums.add(sum);
    for (Bought bought : counting) {
      sum = sum.add(bought.net());
      sums.add(sum);
    }
    this.window = window;
  }

  /** What is inside at an instant; empty: nothing. */
  Optional<Buyer> at(Instant now) {
    int from = boughtUpTo(now.minus(window));
    int to = boughtUpTo(now);
    return from == to
        ? Optional.empty()
        : Optional.of(
            new Buyer(counting.get(to - 1).at(), to - from, sums.get(to).subtract(sums.get(from))));
  }

  /** When the next purchase comes in or goes out; null: none will. */
  @Nullable Instant until(Instant now) {
    int from = boughtUpTo(now.minus(window));
    int to = boughtUpTo(now);
    return Instants.earliest(
        to == counting.size() ? null : counting.get(to).at(),
        from == counting.size() ? null : counting.get(from).at().plus(window));
  }

  Duration window() {
    return window;
  }

  /** How many were bought at or before an instant. */
  private int boughtUpTo(Instant instant) {
    int least = 0;
    int most = counting.size();
    while (least < most) {
      int middle = (least + most) >>> 1;
      if (counting.get(middle).at().isAfter(instant)) {
        most = middle;
      } else {
        least = middle + 1;
      }
    }
    return least;
  }
}
