package dev.kilde.profile.purchase;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.profile.state.EventFormat;
import dev.kilde.profile.state.Format;
import dev.kilde.profile.state.StateReader;
import dev.kilde.profile.state.StateWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one purchase: its snapshots and the returns of it, those in force and those that
 * wait for their instant.
 *
 * @param inForce one content per event id
 * @param waiting snapshots and requests whose instant the watermark has not reached
 * @param alarmAt the earliest alarm that is armed; null: none
 */
public record PurchaseGroup(
    List<Event> inForce, List<PurchaseInput> waiting, @Nullable Instant alarmAt) {

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

  /** The same without some events in force. */
  PurchaseGroup without(Set<EventId> gone) {
    return new PurchaseGroup(
        inForce.stream().filter(event -> !gone.contains(event.id())).toList(), waiting, alarmAt);
  }

  PurchaseGroup waitingFor(List<PurchaseInput> inputs) {
    return new PurchaseGroup(inForce, inputs, alarmAt);
  }

  PurchaseGroup withAlarmAt(@Nullable Instant alarm) {
    return new PurchaseGroup(inForce, waiting, alarm);
  }

  /** How it is kept. */
  public static final class StateFormat implements Format<PurchaseGroup> {

    private static final long serialVersionUID = 1;

    private final EventFormat events = new EventFormat();
    private final PurchaseInputFormat inputs = new PurchaseInputFormat();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(PurchaseGroup group, StateWriter out) throws IOException {
      out.list(group.inForce(), event -> events.write(event, out));
      out.list(group.waiting(), input -> inputs.write(input, out));
      out.instant(group.alarmAt());
    }

    @Override
    public PurchaseGroup read(int version, StateReader in) throws IOException {
      return new PurchaseGroup(
          in.list(() -> events.read(1, in)),
          in.list(() -> inputs.read(1, in)),
          in.optionalInstant());
    }

    @Override
    public Format<PurchaseGroup> duplicate() {
      return new StateFormat();
    }
  }
}
