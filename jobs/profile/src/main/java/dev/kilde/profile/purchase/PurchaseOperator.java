package dev.kilde.profile.purchase;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.event.Versions;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.Fate;
import dev.kilde.profile.AlarmOperator;
import dev.kilde.profile.States;
import dev.kilde.profile.person.FateCounters;
import dev.kilde.profile.person.PersonInput;
import dev.kilde.profile.purchase.PurchaseGroup.Owned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keyed by purchase: sends every snapshot, and every return, to the owner the newest snapshot
 * names.
 *
 * <pre>
 *   order v1 (A) ----------> Put(v1) to A
 *   order v2 (names B) ----> Drop(v1) from A, Put(v1) and Put(v2) to B
 * </pre>
 *
 * <p>Like a person, a purchase takes its events when the watermark reaches them, in canonical
 * order; a late one is taken at once.
 */
public final class PurchaseOperator extends AlarmOperator<PurchaseInput, PersonInput> {

  private static final long serialVersionUID = 1;

  /** How long a purchase is kept, as people keep it: until then its owner must be known. */
  private final @Nullable Duration retention;

  private transient @Nullable ValueState<PurchaseGroup> groups;
  private transient @Nullable FateCounters fates;

  /**
   * @param retention how long after its newest event a purchase is forgotten, at the midnight at
   *     which its owner forgets it; null: never
   */
  public PurchaseOperator(@Nullable Duration retention) {
    this.retention = retention;
  }

  @Override
  public void open() throws Exception {
    super.open();
    groups = getRuntimeContext().getState(States.PURCHASE_GROUP);
    fates = new FateCounters(getRuntimeContext(), getMetricGroup());
  }

  @Override
  public void processElement(StreamRecord<PurchaseInput> element) throws Exception {
    PurchaseInput input = element.getValue();
    PurchaseGroup group = group();
    if (input.event().occurredAt().isAfter(watermark())) {
      List<Event> waiting = new ArrayList<>(group.waiting());
      if (waiting.contains(input.event())) {
        fates().count(Fate.DUPLICATE);
      } else {
        waiting.add(input.event());
      }
      keep(group.waitingFor(waiting));
    } else {
      keep(take(group, List.of(input.event()), watermark()));
    }
  }

  @Override
  protected void onAlarm(String key) throws Exception {
    Instant watermark = watermark();
    PurchaseGroup group = group().withAlarmAt(null);
    for (Instant now = firstWaiting(group);
        now != null && !now.isAfter(watermark);
        now = firstWaiting(group)) {
      Instant instant = now;
      List<Event> due =
          group.waiting().stream().filter(e -> e.occurredAt().equals(instant)).toList();
      List<Event> later =
          group.waiting().stream().filter(e -> !e.occurredAt().equals(instant)).toList();
      group = take(group.waitingFor(later), due, now);
    }
    Instant expiry = expiry(group);
    if (group.waiting().isEmpty() && expiry != null && !expiry.isAfter(watermark)) {
      group = PurchaseGroup.EMPTY;
    }
    keep(group);
  }

  /** Takes events at one instant and sends on what changed by them. */
  private PurchaseGroup take(PurchaseGroup before, List<Event> events, Instant now) {
    PurchaseGroup after = withWhatCounts(before, events);
    PurchaseKey purchase = new PurchaseInput(events.get(0)).purchase();
    Map<EventId, Owned> owners = after.owned(purchase);
    Map<EventId, Owned> previous = before.owned(purchase);
    for (Owned was : inOrder(previous)) {
      Owned is = owners.get(was.event().id());
      if (is == null || !is.owner().equals(was.owner())) {
        send(was, new Change.Drop(was.event().id(), now));
      }
    }
    for (Owned is : inOrder(owners)) {
      if (!is.equals(previous.get(is.event().id()))) {
        send(is, new Change.Put(is.event(), now));
      }
    }
    return after;
  }

  /** Of several contents under one id only the one that counts goes on; the others end here. */
  private PurchaseGroup withWhatCounts(PurchaseGroup before, List<Event> events) {
    PurchaseGroup after = before;
    for (Event event : events.stream().sorted(Versions.UNDER_ONE_ID.reversed()).toList()) {
      Event known = after.inForce(event.id());
      int order = known == null ? -1 : Versions.UNDER_ONE_ID.compare(known, event);
      if (order < 0) {
        after = after.with(event);
      } else {
        fates().count(order == 0 ? Fate.DUPLICATE : Fate.SUPERSEDED);
      }
    }
    return after;
  }

  private static List<Owned> inOrder(Map<EventId, Owned> owned) {
    return owned.values().stream()
        .sorted(Comparator.comparing(Owned::event, CanonicalOrder.OF_EVENTS))
        .toList();
  }

  private void send(Owned to, Change change) {
    PersonInput input = PersonInput.to(to.event().envelope().tenant(), to.owner(), change);
    output.collect(new StreamRecord<>(input, change.effectiveAt().toEpochMilli()));
  }

  private void keep(PurchaseGroup group) throws Exception {
    if (group.inForce().isEmpty() && group.waiting().isEmpty()) {
      groups().clear();
      return;
    }
    Instant next = firstWaiting(group);
    next = next == null ? expiry(group) : next;
    Instant armed = group.alarmAt();
    if (next != null && (armed == null || next.isBefore(armed))) {
      setAlarm(next);
      armed = next;
    }
    groups().update(group.withAlarmAt(armed));
  }

  private static @Nullable Instant firstWaiting(PurchaseGroup group) {
    return group.waiting().stream().map(Event::occurredAt).min(Instant::compareTo).orElse(null);
  }

  private @Nullable Instant expiry(PurchaseGroup group) {
    return retention == null
        ? null
        : group.inForce().stream()
            .map(event -> Objects.requireNonNull(new Retention(null, retention).expiryOf(event)))
            .max(Instant::compareTo)
            .orElse(null);
  }

  private PurchaseGroup group() throws Exception {
    PurchaseGroup group = groups().value();
    return group == null ? PurchaseGroup.EMPTY : group;
  }

  private ValueState<PurchaseGroup> groups() {
    return Objects.requireNonNull(groups, "not open");
  }

  private FateCounters fates() {
    return Objects.requireNonNull(fates, "not open");
  }
}
