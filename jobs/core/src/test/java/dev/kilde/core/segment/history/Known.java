package dev.kilde.core.segment.history;

import dev.kilde.core.event.ContactChanged;
import dev.kilde.core.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of somebody: the raw events, and what plain loops over all of them say.
 *
 * @param events in the order in which they occurred
 * @param bought the counting purchases, those dated ahead included
 * @param cart what lies in it
 * @param edition what is asked
 */
record Known(
    List<Event> events, List<KnownPurchase> bought, List<KnownCart.Piece> cart, Edition edition) {

  static Known of(List<Event> events, Edition edition) {
    return new Known(events, KnownPurchase.counting(events), KnownCart.left(events), edition);
  }

  /** Those of one kind, in order. */
  <E extends Event> List<E> all(Class<E> kind) {
    List<E> all = new ArrayList<>();
    for (Event event : events) {
      if (kind.isInstance(event)) {
        all.add(kind.cast(event));
      }
    }
    return all;
  }

  boolean isIn(String segment, Instant now) {
    Asked asked = edition.segments().get(segment);
    return asked != null && asked.holds(this, now);
  }

  /** The newest values of a contact field; empty: not given. */
  List<String> contact(String field) {
    List<String> values = List.of();
    for (ContactChanged change : all(ContactChanged.class)) {
      String single =
          switch (field) {
            case "country" -> change.country();
            case "postalCode" -> change.postalCode();
            case "timeZone" -> change.timeZone();
            case "birthDate" -> change.birthDate() == null ? null : change.birthDate().toString();
            case "interests", "customerGroups" -> null;
            default -> attribute(change.attributes(), field);
          };
      List<String> several =
          switch (field) {
            case "interests" -> change.interests();
            case "customerGroups" -> change.customerGroups();
            default -> single == null ? null : List.of(single);
          };
      values = several == null ? values : several;
    }
    return values;
  }

  private static @Nullable String attribute(Map<String, String> attributes, String field) {
    return attributes.get(field.substring("attributes.".length()));
  }
}
