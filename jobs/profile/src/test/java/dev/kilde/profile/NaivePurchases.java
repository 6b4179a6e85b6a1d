package dev.kilde.profile;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.ReceiptSnapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which snapshot says whose an order, a receipt or a return is, by the letter of the design. */
final class NaivePurchases {

  private static final Comparator<Event> BY_VERSION =
      Comparator.comparing(NaivePurchases::version)
          .thenComparing(Event::occurredAt)
          .thenComparing(event -> event.envelope().content());

  private NaivePurchases() {}

  /**
   * The newest snapshot of the original, where that names anybody, or of the event's own purchase.
   *
   * @param group snapshots and returns of one purchase; one content an id
   * @return null: nobody is named
   */
  static @Nullable Event deciding(Event event, Collection<Event> group) {
    Event ofOriginal = newest(original(event), group);
    if (ofOriginal != null && isNamed(ofOriginal)) {
      return ofOriginal;
    }
    Event ofItself = newest(own(event), group);
    return ofItself != null && isNamed(ofItself) ? ofItself : null;
  }

  private static @Nullable Event newest(List<String> purchase, Collection<Event> group) {
    return group.stream().filter(each -> own(each).equals(purchase)).max(BY_VERSION).orElse(null);
  }

  private static boolean isNamed(Event event) {
    return !event.envelope().identifiers().all().isEmpty();
  }

  private static Instant version(Event event) {
    return event instanceof OrderSnapshot order ? order.updatedAt() : event.occurredAt();
  }

  private static List<String> own(Event event) {
    return event instanceof ReceiptSnapshot receipt
        ? List.of(receipt.storeId(), receipt.receiptId())
        : List.of(((OrderSnapshot) event).orderId());
  }

  private static List<String> original(Event event) {
    return event instanceof ReceiptSnapshot receipt && receipt.returnOf() != null
        ? List.of(receipt.storeId(), receipt.returnOf())
        : own(event);
  }
}
