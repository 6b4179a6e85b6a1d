package dev.kilde.profile.purchase;

import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Versions;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.person.Fate;
import dev.kilde.profile.AlarmOperator;
import dev.kilde.profile.ProfileSettings;
import dev.kilde.profile.SideOutputs;
import dev.kilde.profile.States;
import dev.kilde.profile.keeper.FateCounters;
import dev.kilde.profile.keeper.KeeperInput;
import dev.kilde.profile.purchase.Ownership.Owned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keyed by purchase: sends every snapshot, and every return, to the owner the newest snapshot
 * names, and links the weaker identifiers of those that name the owner.
 *
 * <pre>
 *   order v1 (A, device) ----> Put(v1) to A, device linked to A
 *   order v2 (B, device) ----> Drop(v1) from A, Put(v1) and Put(v2) to B,
 *                              device's link to A retracted, linked to B
 * </pre>
 *
 * <p>Like a person, a purchase takes its events when the watermark reaches them, in canonical
 * order; a late one is taken at once. Whose owner is erased is forgotten at the instant of the
 * request, after the events of that instant. All it says goes to the tiers, by side output.
 */
public final class PurchaseOperator extends AlarmOperator<KeeperInput>
    implements OneInputStreamOperator<PurchaseInput, KeeperInput> {

  private static final long serialVersionUID = 1;

  private final ProfileSettings settings;

  private transient @Nullable ValueState<PurchaseGroup> groups;
  private transient @Nullable FateCounters fates;

  /** A stage whose purchases are forgotten when their owners forget them. */
  public PurchaseOperator(ProfileSettings settings) {
    this.settings = settings;
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
    if (!input.at().isAfter(watermark())) {
      keep(takeAll(group, List.of(input), watermark()));
      return;
    }
    List<PurchaseInput> waiting = new ArrayList<>(group.waiting());
    if (!waiting.contains(input)) {
      waiting.add(input);
    } else if (input instanceof PurchaseInput.Snapshot) {
      fates().count(Fate.DUPLICATE);
    }
    keep(group.waitingFor(waiting));
  }

  @Override
  protected void onAlarm(String key) throws Exception {
    Instant watermark = watermark();
    PurchaseGroup group = group().withAlarmAt(null);
    for (Instant now = firstWaiting(group);
        now != null && !now.isAfter(watermark);
        now = firstWaiting(group)) {
      Instant instant = now;
      List<PurchaseInput> due =
          group.waiting().stream().filter(each -> each.at().equals(instant)).toList();
      List<PurchaseInput> later =
          group.waiting().stream().filter(each -> !each.at().equals(instant)).toList();
      group = takeAll(group.waitingFor(later), due, now);
    }
    Instant expiry = expiry(group);
    if (group.waiting().isEmpty() && expiry != null && !expiry.isAfter(watermark)) {
      group = PurchaseGroup.EMPTY;
    }
    keep(group);
  }

  /** At one instant events first, then what is to be forgotten. */
  private PurchaseGroup takeAll(PurchaseGroup group, List<PurchaseInput> inputs, Instant now) {
    List<Event> events = new ArrayList<>();
    List<PurchaseInput.Forget> forgets = new ArrayList<>();
    for (PurchaseInput input : inputs) {
      if (input instanceof PurchaseInput.Snapshot snapshot) {
        events.add(snapshot.event());
      } else if (input instanceof PurchaseInput.Forget forget) {
        forgets.add(forget);
      }
    }
    PurchaseGroup after = events.isEmpty() ? group : take(group, events, now);
    for (PurchaseInput.Forget forget : forgets) {
      after = forget(after, forget, now);
    }
    return after;
  }

  /**
   * Forgets what was the erased owner's when the request was made, whosever later snapshots say it
   * is by now. What came to the same identifier in somebody else's time, and only the forgotten
   * snapshot says so, stays with that identifier for good: nothing here can correct it any more.
   */
  private PurchaseGroup forget(PurchaseGroup before, PurchaseInput.Forget forget, Instant now) {
    List<Event> then =
        before.inForce().stream()
            .filter(event -> !event.occurredAt().isAfter(forget.at()))
            .toList();
    Set<EventId> owned = of(forget, then);
    Set<EventId> gone = new HashSet<>();
    then.stream()
        .filter(event -> owned.contains(event.id()) && forget.concerns(event.occurredAt()))
        .forEach(event -> gone.add(event.id()));
    if (gone.isEmpty()) {
      return before;
    }
    PurchaseGroup settled = before.without(settled(before, then, owned, gone, forget));
    PurchaseGroup after = settled.without(gone);
    Ownership was = ownership(forget, before.inForce()).only(settled.inForce());
    Ownership is = ownership(forget, after.inForce());
    PurchaseMoves.forgetting(was, is, gone, forget, now)
        .forEach(move -> send(forget.tenant(), move));
    return after;
  }

  /** Those that are the identifier's, then and now, and without what goes would not be. */
  private Set<EventId> settled(
      PurchaseGroup before,
      List<Event> then,
      Set<EventId> owned,
      Set<EventId> gone,
      PurchaseInput.Forget forget) {
    Set<EventId> settled = new HashSet<>(owned);
    settled.removeAll(gone);
    settled.retainAll(of(forget, before.inForce()));
    settled.removeAll(
        of(forget, then.stream().filter(event -> !gone.contains(event.id())).toList()));
    return settled;
  }

  /** Which events are of the owner that is to be forgotten. */
  private Set<EventId> of(PurchaseInput.Forget forget, List<Event> events) {
    Set<EventId> owned = new HashSet<>();
    for (Owned each : ownership(forget, events).owned().values()) {
      if (IdentifierKey.of(forget.tenant(), each.owner()).equals(forget.owner())) {
        owned.add(each.event().id());
      }
    }
    return owned;
  }

  /** Takes events at one instant and sends on what changed by them. */
  private PurchaseGroup take(PurchaseGroup before, List<Event> events, Instant now) {
    PurchaseGroup after = withWhatCounts(before, events);
    Event cause = Collections.max(events, CanonicalOrder.OF_EVENTS);
    PurchaseInput any = new PurchaseInput.Snapshot(cause);
    Ownership is = ownership(any, after.inForce());
    Ownership was = ownership(any, before.inForce());
    String tenant = cause.envelope().tenant();
    PurchaseMoves.between(was, is, cause.id(), now).forEach(move -> send(tenant, move));
    return after;
  }

  private Ownership ownership(PurchaseInput of, List<Event> events) {
    return events.isEmpty()
        ? Ownership.NONE
        : Ownership.of(of.tenant(), of.purchase(), events, settings.identity());
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

  private void send(String tenant, PurchaseMoves.Move move) {
    output.collect(
        SideOutputs.to(move.to().kind()),
        new StreamRecord<>(
            KeeperInput.to(tenant, move.to(), move.message()), move.message().at().toEpochMilli()));
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
    return group.waiting().stream().map(PurchaseInput::at).min(Instant::compareTo).orElse(null);
  }

  private @Nullable Instant expiry(PurchaseGroup group) {
    Instant last = null;
    for (Event event : group.inForce()) {
      Instant expiry = settings.retention().expiryOf(event);
      if (expiry == null) {
        return null;
      }
      last = last == null || last.isBefore(expiry) ? expiry : last;
    }
    return last;
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
