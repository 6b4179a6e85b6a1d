package dev.kilde.profile.keeper;

import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.keeper.Effect;
import dev.kilde.core.keeper.Keeper;
import dev.kilde.core.keeper.Standing;
import dev.kilde.profile.AlarmOperator;
import dev.kilde.profile.ProfileSettings;
import dev.kilde.profile.States;
import dev.kilde.profile.output.ProfileUpdate;
import dev.kilde.profile.rules.BroadcastRules;
import dev.kilde.profile.rules.RuleUpdate;
import dev.kilde.profile.rules.Rules;
import dev.kilde.profile.rules.Sweeping;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * One tier, keyed by identifier: holds the keepers, hands each what concerns it, sets its one
 * alarm, performs what it decides.
 *
 * <pre>
 *   messages ──> keeper ──┬──> profiles of people nothing stronger is known of
 *                         ├──> messages to stronger tiers
 *                         └──> identity changes, exports, erasures of weaker tiers and purchases
 * </pre>
 *
 * <p>Keepers in use stay deserialised in {@link HotKeepers}, written back when they cool or a
 * checkpoint begins.
 */
public final class KeeperOperator extends AlarmOperator<ProfileUpdate>
    implements TwoInputStreamOperator<KeeperInput, RuleUpdate, ProfileUpdate> {

  /** Events that a cap on how many are kept has taken. */
  public static final String CAPPED = "events-capped";

  /** Links of shared identifiers, but for the first of each. */
  public static final String SHARED = "links-of-shared-identifiers";

  private static final long serialVersionUID = 1;

  private final IdentifierKind kind;
  private final ProfileSettings settings;

  private transient @Nullable Rules rules;
  private transient @Nullable ListState<String> unfinished;
  private transient @Nullable KeyedKeeperStore store;
  private transient Keeper.@Nullable Rules keeping;
  private transient @Nullable HotKeepers keepers;
  private transient @Nullable Telling telling;
  private transient @Nullable Sweep sweep;

  /** The tier of identifiers of one kind. */
  public KeeperOperator(IdentifierKind kind, ProfileSettings settings) {
    this.kind = kind;
    this.settings = settings;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    rules =
        new Rules(
            settings.rules(),
            new BroadcastRules(context.getOperatorStateStore().getBroadcastState(States.RULES)));
    unfinished = context.getOperatorStateStore().getUnionListState(States.SWEEPS);
  }

  @Override
  public void open() throws Exception {
    super.open();
    Rules known = Objects.requireNonNull(rules, "not initialised");
    store = new KeyedKeeperStore(getRuntimeContext());
    keeping = settings.rules(kind, known);
    keepers = new HotKeepers(settings.hot(), this::setCurrentKey);
    telling = new Telling(settings, output, getRuntimeContext(), getMetricGroup());
    sweep =
        new Sweep(
            known,
            new Sweeping(this::keys, this::catchUp),
            getProcessingTimeService(),
            getMetricGroup(),
            Objects.requireNonNull(unfinished).get().iterator().hasNext());
  }

  @Override
  @SuppressWarnings("rawtypes") // as it is declared
  public void setKeyContextElement2(StreamRecord update) {
    // rules are nobody's
  }

  @Override
  public void processElement1(StreamRecord<KeeperInput> element) {
    KeeperInput input = element.getValue();
    Keeper keeper =
        Objects.requireNonNull(hot().of(input.key(), () -> keeper(input.tenant(), input.key())));
    keeper.receive(input.message(), watermark(), effect -> perform(effect, input.tenant()));
    settle(keeper);
  }

  @Override
  public void processElement2(StreamRecord<RuleUpdate> element) {
    sweep().take(element.getValue(), watermark());
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.getTimestamp() != Watermark.MAX_WATERMARK.getTimestamp()) {
      sweep().begin(Instant.ofEpochMilli(mark.getTimestamp()));
    }
    super.processWatermark(mark);
    sweep().advance(watermark());
  }

  @Override
  protected void onAlarm(String key) {
    Keeper keeper = hot().of(key, () -> kept(key));
    if (keeper == null) {
      return; // an alarm that an earlier one made needless, of an identifier since forgotten
    }
    Instant armed = keeper.alarmAt();
    if (armed != null && !armed.isAfter(watermark())) {
      keeper.alarmAt(null);
    }
    advance(keeper);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    hot().flush();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    Objects.requireNonNull(unfinished)
        .update(sweep().isUnfinished() ? List.of(kind.field()) : List.of());
  }

  @Override
  public void close() throws Exception {
    if (sweep != null) {
      sweep.close();
    }
    super.close();
  }

  /** Every key there is; of a backend on the heap a copy, which nobody changes meanwhile. */
  private Stream<String> keys() {
    hot().flush();
    Stream<String> keys =
        this.<String>getKeyedStateBackend()
            .getKeys(States.STANDING.getName(), VoidNamespace.INSTANCE);
    return getKeyedStateBackend() instanceof HeapKeyedStateBackend ? keys.toList().stream() : keys;
  }

  /** Whoever is kept under a key is judged by new rules; who is not in use stays so. */
  private void catchUp(String key) {
    setCurrentKey(key);
    Keeper hot = hot().peek(key);
    Keeper keeper = hot == null ? kept(key) : hot;
    if (keeper != null) {
      advance(keeper);
      if (hot == null) {
        keeper.flush();
      }
    }
  }

  private void advance(Keeper keeper) {
    keeper.advance(watermark(), effect -> perform(effect, keeper.tenant()));
    settle(keeper);
  }

  private @Nullable Keeper kept(String key) {
    Standing standing = Objects.requireNonNull(store, "not open").standing();
    return standing == null || standing.tenant() == null ? null : keeper(standing.tenant(), key);
  }

  private Keeper keeper(String tenant, String key) {
    return new Keeper(
        tenant,
        new IdentifierKey(kind, key),
        Objects.requireNonNull(store, "not open"),
        Objects.requireNonNull(keeping, "not open"));
  }

  private void settle(Keeper keeper) {
    setAlarm(keeper);
    if (keeper.isHeavy()) {
      keeper.flush();
    }
  }

  /** One alarm each: set only where it would have to ring earlier than the one that is set. */
  private void setAlarm(Keeper keeper) {
    Instant next = keeper.nextInstant();
    Instant armed = keeper.alarmAt();
    if (next != null && (armed == null || next.isBefore(armed))) {
      setAlarm(next);
      keeper.alarmAt(next);
    }
  }

  private void perform(Effect effect, String tenant) {
    Objects.requireNonNull(telling, "not open").perform(effect, tenant);
  }

  private HotKeepers hot() {
    return Objects.requireNonNull(keepers, "not open");
  }

  private Sweep sweep() {
    return Objects.requireNonNull(sweep, "not open");
  }
}
