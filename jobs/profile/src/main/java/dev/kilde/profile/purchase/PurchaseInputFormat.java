package dev.kilde.profile.purchase;

import dev.kilde.profile.state.EventFormat;
import dev.kilde.profile.state.Format;
import dev.kilde.profile.state.StateReader;
import dev.kilde.profile.state.StateWriter;
import java.io.IOException;

/** How a {@link PurchaseInput} travels. */
public final class PurchaseInputFormat implements Format<PurchaseInput> {

  private static final long serialVersionUID = 1;

  private final EventFormat events = new EventFormat();
  private final ForgetFormat forgets = new ForgetFormat();

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(PurchaseInput input, StateWriter out) throws IOException {
    out.flag(input instanceof PurchaseInput.Forget);
    if (input instanceof PurchaseInput.Snapshot snapshot) {
      events.write(snapshot.event(), out);
    } else if (input instanceof PurchaseInput.Forget forget) {
      forgets.write(forget, out);
    }
  }

  @Override
  public PurchaseInput read(int version, StateReader in) throws IOException {
    return in.flag() ? forgets.read(1, in) : new PurchaseInput.Snapshot(events.read(1, in));
  }

  @Override
  public Format<PurchaseInput> duplicate() {
    return new PurchaseInputFormat();
  }
}
