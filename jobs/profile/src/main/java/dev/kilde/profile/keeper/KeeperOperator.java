package dev.kilde.profile.keeper;

import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.keeper.Effect;
import dev.kilde.core.keeper.Keeper;
import dev.kilde.core.keeper.Standing;
import dev.kilde.core.person.Outcome;
import dev.kilde.core.person.Profile;
import dev.kilde.profile.AlarmOperator;
import dev.kilde.profile.ProfileSettings;
import dev.kilde.profile.SideOutputs;
import dev.kilde.profile.Tally;
import dev.kilde.profile.output.ErasureRequests;
import dev.kilde.profile.output.IdentityChanges;
import dev.kilde.profile.output.ProfileDocuments;
import dev.kilde.profile.output.ProfileExports;
import dev.kilde.profile.output.ProfileUpdate;
import java.time.Instant;
import java.util.Objects;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
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
public final class KeeperOperator extends AlarmOperator<KeeperInput, ProfileUpdate> {

  /** Events that a cap on how many are kept has taken. */
  public static final String CAPPED = "events-capped";

  /** Links of shared identifiers, but for the first of each. */
  public static final String SHARED = "links-of-shared-identifiers";

  private static final long serialVersionUID = 1;

  private final IdentifierKind kind;
  private final ProfileSettings settings;

  private transient @Nullable KeyedKeeperStore store;
  private transient Keeper.@Nullable Rules rules;
  private transient @Nullable HotKeepers keepers;
  private transient @Nullable FateCounters fates;
  private transient @Nullable Tally capped;
  private transient @Nullable Tally shared;
  private transient @Nullable ProfileExports exports;

  /** The tier of identifiers of one kind. */
  public KeeperOperator(IdentifierKind kind, ProfileSettings settings) {
    this.kind = kind;
    this.settings = settings;
  }

  @Override
  public void open() throws Exception {
    super.open();
    store = new KeyedKeeperStore(getRuntimeContext());
    rules = settings.rules(kind);
    keepers = new HotKeepers(settings.hot(), this::setCurrentKey);
    fates = new FateCounters(getRuntimeContext(), getMetricGroup());
    capped = new Tally(getRuntimeContext(), getMetricGroup(), CAPPED);
    shared = new Tally(getRuntimeContext(), getMetricGroup(), SHARED);
    exports = new ProfileExports(settings.rates());
  }

  @Override
  public void processElement(StreamRecord<KeeperInput> element) throws Exception {
    KeeperInput input = element.getValue();
    Keeper keeper =
        Objects.requireNonNull(hot().of(input.key(), () -> keeper(input.tenant(), input.key())));
    keeper.receive(input.message(), watermark(), effect -> perform(effect, input.tenant()));
    settle(keeper);
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
    keeper.advance(watermark(), effect -> perform(effect, keeper.tenant()));
    settle(keeper);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    hot().flush();
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
        Objects.requireNonNull(rules, "not open"));
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
    if (effect instanceof Effect.Told told) {
      perform(told.outcome());
    } else if (effect instanceof Effect.Sent sent) {
      emit(
          SideOutputs.to(sent.to().kind()),
          KeeperInput.to(tenant, sent.to(), sent.message()),
          sent.message().at());
    } else if (effect instanceof Effect.Reported reported) {
      emit(
          SideOutputs.IDENTITY_CHANGES,
          IdentityChanges.of(reported.change()),
          reported.change().at());
    } else if (effect instanceof Effect.Uncounted) {
      Objects.requireNonNull(shared, "not open").increment();
    } else if (effect instanceof Effect.Exported exported) {
      emit(
          SideOutputs.EXPORTS,
          Objects.requireNonNull(exports, "not open").of(exported),
          exported.at());
    } else if (effect instanceof Effect.Spread spread) {
      emit(SideOutputs.ERASURES, ErasureRequests.of(spread), spread.at());
    } else if (effect instanceof Effect.PurchasesErased erased) {
      emit(SideOutputs.ERASURES, ErasureRequests.of(erased), erased.at());
    }
  }

  private void perform(Outcome outcome) {
    if (outcome instanceof Outcome.Published published) {
      Profile profile = published.profile();
      emit(
          new ProfileUpdate(
              profile.tenant(),
              profile.profileId().hex(),
              profile.revision(),
              profile.asOf(),
              ProfileDocuments.of(profile, settings.rates())));
    } else if (outcome instanceof Outcome.Retired gone) {
      emit(
          new ProfileUpdate(
              gone.tenant(), gone.profileId().hex(), gone.revision(), gone.at(), null));
    } else if (outcome instanceof Outcome.Settled settled) {
      Objects.requireNonNull(fates, "not open").count(settled.fate());
    } else if (outcome instanceof Outcome.Capped taken) {
      Objects.requireNonNull(capped, "not open").add(taken.events());
    }
  }

  private void emit(ProfileUpdate update) {
    output.collect(new StreamRecord<>(update, update.at().toEpochMilli()));
  }

  private <T> void emit(OutputTag<T> tag, T value, Instant at) {
    output.collect(tag, new StreamRecord<>(value, at.toEpochMilli()));
  }

  private HotKeepers hot() {
    return Objects.requireNonNull(keepers, "not open");
  }
}
