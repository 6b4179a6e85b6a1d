package dev.kilde.profile.purchase;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.identity.PurchaseOwnership;
import dev.kilde.profile.state.EventFormat;
import dev.kilde.profile.state.Format;
import dev.kilde.profile.state.StateReader;
import dev.kilde.profile.state.StateWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one purchase: its snapshots and the returns of it, those in force and those that
 * wait for their instant.
 *
 * @param inForce one content per event id
 * @param waiting events whose {@code occurredAt} the watermark has not reached
 * @param alarmAt the earliest alarm that is armed; null: none
 */
public record PurchaseGroup(List<Event> inForce, List<Event> waiting, @Nullable Instant alarmAt) {

  public static final PurchaseGroup EMPTY = new PurchaseGroup(List.of(), List.of(), null);

  public PurchaseGroup {
    inForce = List.copyOf(inForce);
    waiting = List.copyOf(waiting);
  }

  /** The event in force under this id; null: none. */
  @Nullable Event inForce(EventId id) {
    return inForce.stream().filter(event -> event.id().equals(id)).findFirst().orElse(null);
  }

  /** The same with one more event in force, in place of what is in force under its id. */
  PurchaseGroup with(Event event) {
    Map<EventId, Event> byId = new LinkedHashMap<>();
    inForce.forEach(known -> byId.put(known.id(), known));
    byId.put(event.id(), event);
    return new PurchaseGroup(List.copyOf(byId.values()), waiting, alarmAt);
  }

  PurchaseGroup waitingFor(List<Event> events) {
    return new PurchaseGroup(inForce, events, alarmAt);
  }

  PurchaseGroup withAlarmAt(@Nullable Instant alarm) {
    return new PurchaseGroup(inForce, waiting, alarm);
  }

  /** The events in force and their owners; events of nobody are missing. */
  Map<EventId, Owned> owned(PurchaseKey purchase) {
    Map<EventId, Identifier> owners = PurchaseOwnership.of(purchase, inForce);
    Map<EventId, Owned> owned = new HashMap<>();
    for (Event event : inForce) {
      Identifier owner = owners.get(event.id());
      if (owner != null) {
        owned.put(event.id(), new Owned(event, owner));
      }
    }
    return owned;
  }

  /** An event and whose it is. */
  record Owned(Event event, Identifier owner) {}

  /** How it is kept. */
  public static final class StateFormat implements Format<PurchaseGroup> {

    private static final long serialVersionUID = 1;

    private final EventFormat events = new EventFormat();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(PurchaseGroup group, StateWriter out) throws IOException {
      out.list(group.inForce(), event -> events.write(event, out));
      out.list(group.waiting(), event -> events.write(event, out));
      out.instant(group.alarmAt());
    }

    @Override
    public PurchaseGroup read(int version, StateReader in) throws IOException {
      return new PurchaseGroup(
          in.list(() -> events.read(1, in)),
          in.list(() -> events.read(1, in)),
          in.optionalInstant());
    }

    @Override
    public Format<PurchaseGroup> duplicate() {
      return new StateFormat();
    }
  }
}
