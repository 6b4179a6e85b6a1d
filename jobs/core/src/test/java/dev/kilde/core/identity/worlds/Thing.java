package dev.kilde.core.identity.worlds;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A device, a payment card or a phone that goes from hand to hand, followed in the order of events:
 * it is in the hands of whoever signed in last, and before that of the first who does.
 *
 * <p>Nobody takes it by a weaker kind of name than it was taken by before; a mere inference takes
 * it only from other inferences, and never a device.
 */
final class Thing {

  final Identifier identifier;

  private final List<Event> beforeTheFirst = new ArrayList<>();

  private @Nullable Somebody hands;
  private @Nullable IdentifierKind by;
  private boolean inferred;

  Thing(Identifier identifier) {
    this.identifier = identifier;
  }

  /** Somebody was seen with it, under a name of a kind. */
  void seenWith(
      Somebody who, IdentifierKind name, Trust trust, BiConsumer<Event, Identifier> truth) {
    boolean doubtful = trust == Trust.INFERRED;
    if (doubtful && identifier.kind() == IdentifierKind.DEVICE_ID) {
      return;
    }
    boolean first = by == null;
    boolean better = inferred && !doubtful;
    boolean asGood = inferred == doubtful && by != null && name.compareTo(by) <= 0;
    if (first || better || asGood) {
      hands = who;
      by = name;
      inferred = doubtful;
    }
    beforeTheFirst.forEach(event -> truth.accept(event, who.strongest()));
    beforeTheFirst.clear();
  }

  /** It was used without anybody's name. */
  void used(Event event, BiConsumer<Event, Identifier> truth) {
    if (hands == null) {
      beforeTheFirst.add(event);
    } else {
      truth.accept(event, hands.strongest());
    }
  }

  /** Nobody was ever seen with it: it is all that is known of somebody. */
  void end(BiConsumer<Event, Identifier> truth) {
    beforeTheFirst.forEach(event -> truth.accept(event, identifier));
  }
}
