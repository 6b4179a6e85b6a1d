package dev.kilde.core.event;

import java.time.Instant;
import java.util.Comparator;

/**
 * An event's place in the order in which a person is folded: {@code occurredAt}, topic name, event
 * id; strings compare as their UTF-8 bytes do.
 */
public record CanonicalOrder(Instant occurredAt, EventId id) implements Comparable<CanonicalOrder> {

  /**
   * Events in canonical order; at most one per id is expected, content breaks the tie otherwise.
   */
  public static final Comparator<Event> OF_EVENTS =
      Comparator.comparing(CanonicalOrder::of).thenComparing(event -> event.envelope().content());

  public static CanonicalOrder of(Event event) {
    return new CanonicalOrder(event.occurredAt(), event.id());
  }

  @Override
  public int compareTo(CanonicalOrder other) {
    int byTime = occurredAt.compareTo(other.occurredAt);
    if (byTime != 0) {
      return byTime;
    }
    int byTopic = compareUtf8(id.stream().topic(), other.id.stream().topic());
    return byTopic != 0 ? byTopic : compareUtf8(id.id(), other.id.id());
  }

  /** UTF-8 byte order is code point order; {@link String#compareTo} orders surrogates otherwise. */
  public static int compareUtf8(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean surrogateA = Character.isSurrogate(a);
        boolean surrogateB = Character.isSurrogate(b);
        return surrogateA == surrogateB ? Character.compare(a, b) : surrogateA ? 1 : -1;
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
