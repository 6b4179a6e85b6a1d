package dev.kilde.profile.purchase;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.keeper.Span;
import dev.kilde.profile.state.FormatTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What goes to the stage that knows whose a purchase is. It takes effect at its instant. */
public sealed interface PurchaseInput {

  /** Flink's view. */
  FormatTypeInfo<PurchaseInput> TYPE =
      FormatTypeInfo.of(PurchaseInput.class, new PurchaseInputFormat());

  String tenant();

  /** The purchase whose owner decides; a return's is its original. */
  PurchaseKey purchase();

  Instant at();

  /** Tenant and purchase. */
  default String key() {
    return tenant().length() + ":" + tenant() + ":" + purchase().text();
  }

  /**
   * An order or receipt.
   *
   * @param event an {@link dev.kilde.core.event.OrderSnapshot} or {@link
   *     dev.kilde.core.event.ReceiptSnapshot}
   */
  record Snapshot(Event event) implements PurchaseInput {

    /**
     * @throws NullPointerException if the event is no purchase
     */
    public Snapshot {
      Objects.requireNonNull(PurchaseKey.groupOf(event), "not a purchase");
    }

    @Override
    public String tenant() {
      return event.envelope().tenant();
    }

    @Override
    public PurchaseKey purchase() {
      return Objects.requireNonNull(PurchaseKey.groupOf(event));
    }

    @Override
    public Instant at() {
      return event.occurredAt();
    }
  }

  /**
   * Whom the purchase belonged to was erased: what occurred by then is forgotten.
   *
   * @param owner whose it was
   * @param spans in which what occurred was the erased person's; empty: at any time
   * @param at the instant of the request that erased; what occurred later stays
   * @param request event id of the request
   */
  record Forget(
      String tenant,
      PurchaseKey purchase,
      IdentifierKey owner,
      List<Span> spans,
      Instant at,
      String request)
      implements PurchaseInput {

    public Forget {
      spans = List.copyOf(spans);
    }

    /** Whether what occurred then was the erased person's, where the owner's. */
    boolean concerns(Instant instant) {
      return !instant.isAfter(at)
          && (spans.isEmpty() || spans.stream().anyMatch(span -> span.holds(instant)));
    }
  }
}
