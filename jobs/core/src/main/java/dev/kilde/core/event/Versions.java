package dev.kilde.core.event;

import java.util.Comparator;

/** Which of several snapshots of one purchase counts: the greatest. */
public final class Versions {

  /** By {@code updatedAt}, then {@code occurredAt}, then content hash. */
  public static final Comparator<OrderSnapshot> OF_ORDERS =
      Comparator.comparing(OrderSnapshot::updatedAt)
          .thenComparing(OrderSnapshot::occurredAt)
          .thenComparing(order -> order.envelope().content());

  /** By {@code occurredAt}, then content hash. */
  public static final Comparator<ReceiptSnapshot> OF_RECEIPTS =
      Comparator.comparing(ReceiptSnapshot::occurredAt)
          .thenComparing(receipt -> receipt.envelope().content());

  /** Of two contents under one event id the one that counts: later, then the greater hash. */
  public static final Comparator<Event> UNDER_ONE_ID =
      Comparator.comparing(Event::occurredAt).thenComparing(event -> event.envelope().content());

  private Versions() {}
}
