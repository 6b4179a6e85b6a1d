package dev.kilde.core.keeper;

import dev.kilde.core.event.EventId;
import dev.kilde.core.flow.Ledger;
import dev.kilde.core.person.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The messages that wait for their instant, in the order in which they are taken. */
final class Pending {

  private final KeeperStore store;
  private final NavigableSet<Message> waiting = new TreeSet<>(Message.IN_ORDER);
  private boolean changed;

  Pending(KeeperStore store) {
    this.store = store;
    this.waiting.addAll(store.pending());
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** When the first is due; null: none waits. */
  @Nullable Instant firstAt() {
    return waiting.isEmpty() ? null : waiting.first().at();
  }

  /** One more waits; false where the same waits already. */
  boolean add(Message message) {
    boolean more = waiting.add(message) || handsOverMore(message);
    changed |= more;
    return more;
  }

  /** Those due at an instant, in order; they wait no longer. */
  List<Message> due(Instant now) {
    List<Message> due = new ArrayList<>();
    while (!waiting.isEmpty() && !waiting.first().at().isAfter(now)) {
      due.add(waiting.pollFirst());
      changed = true;
    }
    return due;
  }

  /**
   * What the same source gave earlier and waits for the instant of the drop, or a later one, was
   * never there; given once more after that, it stays: at one instant the last word counts.
   *
   * @return what was given, once for each time
   */
  List<EventId> takeBack(Change.Drop drop) {
    List<EventId> given = new ArrayList<>();
    Iterator<Message> each = waiting.iterator();
    while (each.hasNext()) {
      if (each.next() instanceof Message.Moved moved
          && moved.change() instanceof Change.Put put
          && put.id().equals(drop.id())
          && Objects.equals(put.source(), drop.source())
          && !put.effectiveAt().isBefore(drop.effectiveAt())) {
        each.remove();
        given.add(put.id());
      }
    }
    changed |= !given.isEmpty();
    return given;
  }

  /** A link that waits for the instant of its retraction, or a later one, was never there. */
  void takeBack(Message.Retracted retracted) {
    changed |=
        waiting.removeIf(
            message ->
                message instanceof Message.Linked linked
                    && linked.link().equals(retracted.link())
                    && !linked.at().isBefore(retracted.at()));
  }

  void flush() {
    if (changed) {
      store.pending(List.copyOf(waiting));
      changed = false;
    }
  }

  /** What one identifier hands over more than once at an instant comes together. */
  private boolean handsOverMore(Message message) {
    if (!(message instanceof Message.HandedOver more
        && waiting.floor(message) instanceof Message.HandedOver known)) {
      return false;
    }
    waiting.remove(known);
    Ledger both = known.ledger().with(more.ledger());
    return waiting.add(new Message.HandedOver(more.from(), both, more.at()));
  }
}
