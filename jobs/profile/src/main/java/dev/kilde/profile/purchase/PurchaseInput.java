package dev.kilde.profile.purchase;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.event.ReceiptSnapshot;
import dev.kilde.profile.state.EventFormat;
import dev.kilde.profile.state.Format;
import dev.kilde.profile.state.FormatTypeInfo;
import dev.kilde.profile.state.StateReader;
import dev.kilde.profile.state.StateWriter;
import java.io.IOException;

/**
 * An order or receipt on its way to the stage that knows whose it is.
 *
 * @param event an {@link OrderSnapshot} or {@link ReceiptSnapshot}
 */
public record PurchaseInput(Event event) {

  /** Flink's view. */
  public static final FormatTypeInfo<PurchaseInput> TYPE =
      FormatTypeInfo.of(PurchaseInput.class, new WireFormat());

  /** Tenant and purchase; a return's is its original's. */
  public String key() {
    String tenant = event.envelope().tenant();
    return tenant.length() + ":" + tenant + ":" + purchase().text();
  }

  /** The purchase whose owner decides; a return's is its original. */
  public PurchaseKey purchase() {
    if (event instanceof OrderSnapshot order) {
      return PurchaseKey.of(order);
    }
    if (event instanceof ReceiptSnapshot receipt) {
      return PurchaseKey.originalOf(receipt);
    }
    throw new IllegalStateException("not a purchase: " + event.id());
  }

  /** How it travels. */
  public static final class WireFormat implements Format<PurchaseInput> {

    private static final long serialVersionUID = 1;

    private final EventFormat events = new EventFormat();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(PurchaseInput input, StateWriter out) throws IOException {
      events.write(input.event(), out);
    }

    @Override
    public PurchaseInput read(int version, StateReader in) throws IOException {
      return new PurchaseInput(events.read(1, in));
    }

    @Override
    public Format<PurchaseInput> duplicate() {
      return new WireFormat();
    }
  }
}
