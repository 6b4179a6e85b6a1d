package dev.kilde.insight;

import dev.kilde.core.score.rfm.Buyer;
import dev.kilde.profile.state.Format;
import dev.kilde.profile.state.StateReader;
import dev.kilde.profile.state.StateWriter;
import java.io.IOException;
import java.time.Instant;

/**
 * Somebody as counted in the population.
 *
 * @param midnight from which on; nothing later may take the buyer out before it
 */
record CountedBuyer(Buyer buyer, Instant midnight) {

  /** How it is kept. */
  public static final class StateFormat implements Format<CountedBuyer> {

    private static final long serialVersionUID = 1;

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(CountedBuyer counted, StateWriter out) throws IOException {
      BuyerFormat.write(counted.buyer(), out);
      out.instant(counted.midnight());
    }

    @Override
    public CountedBuyer read(int version, StateReader in) throws IOException {
      return new CountedBuyer(BuyerFormat.read(in), in.instant());
    }
  }
}
