package dev.kilde.insight;

import dev.kilde.core.score.rfm.Buyer;
import dev.kilde.profile.state.StateReader;
import dev.kilde.profile.state.StateWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A {@link Buyer} as part of what has a version: some 20 bytes. */
final class BuyerFormat {

  private BuyerFormat() {}

  static void write(Buyer buyer, StateWriter out) throws IOException {
    out.instant(buyer.last());
    out.unsigned(buyer.frequency());
    out.decimal(buyer.monetary());
  }

  static Buyer read(StateReader in) throws IOException {
    return new Buyer(in.instant(), (int) in.unsigned(), in.decimal());
  }

  static void writeOptional(@Nullable Buyer buyer, StateWriter out) throws IOException {
    out.flag(buyer != null);
    if (buyer != null) {
      write(buyer, out);
    }
  }

  static @Nullable Buyer readOptional(StateReader in) throws IOException {
    return in.flag() ? read(in) : null;
  }
}
