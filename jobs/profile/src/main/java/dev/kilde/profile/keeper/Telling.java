package dev.kilde.profile.keeper;

import dev.kilde.core.keeper.Effect;
import dev.kilde.core.person.Outcome;
import dev.kilde.core.person.Profile;
import dev.kilde.profile.ProfileSettings;
import dev.kilde.profile.SideOutputs;
import dev.kilde.profile.Tally;
import dev.kilde.profile.explain.KnownPerson;
import dev.kilde.profile.output.ErasureRequests;
import dev.kilde.profile.output.IdentityChanges;
import dev.kilde.profile.output.ProfileDocuments;
import dev.kilde.profile.output.ProfileExports;
import dev.kilde.profile.output.ProfileUpdate;
import dev.kilde.profile.output.SegmentChanges;
import java.time.Instant;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/** Performs what keepers decide: records out, counts up. */
final class Telling {

  private final ProfileSettings settings;
  private final Output<StreamRecord<ProfileUpdate>> output;
  private final ProfileExports exports;
  private final FateCounters fates;
  private final Tally capped;
  private final Tally shared;

  Telling(
      ProfileSettings settings,
      Output<StreamRecord<ProfileUpdate>> output,
      RuntimeContext context,
      MetricGroup metrics) {
    this.settings = settings;
    this.output = output;
    this.exports = new ProfileExports(settings.rates());
    this.fates = new FateCounters(context, metrics);
    this.capped = new Tally(context, metrics, KeeperOperator.CAPPED);
    this.shared = new Tally(context, metrics, KeeperOperator.SHARED);
  }

  /** Of a keeper of a tenant. */
  void perform(Effect effect, String tenant) {
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
      shared.increment();
    } else if (effect instanceof Effect.Exported exported) {
      emit(SideOutputs.EXPORTS, exports.of(exported), exported.at());
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
      if (settings.asOf() != null) {
        emit(SideOutputs.KNOWN, KnownPerson.of(profile).line(), profile.asOf());
      }
    } else if (outcome instanceof Outcome.Retired gone) {
      emit(
          new ProfileUpdate(
              gone.tenant(), gone.profileId().hex(), gone.revision(), gone.at(), null));
    } else if (outcome instanceof Outcome.Sorted sorted) {
      emit(
          SideOutputs.SEGMENT_CHANGES,
          SegmentChanges.of(sorted.tenant(), sorted.profileId(), sorted.change()),
          sorted.change().at());
    } else if (outcome instanceof Outcome.Settled settled) {
      fates.count(settled.fate());
    } else if (outcome instanceof Outcome.Capped taken) {
      capped.add(taken.events());
    }
  }

  private void emit(ProfileUpdate update) {
    output.collect(new StreamRecord<>(update, update.at().toEpochMilli()));
  }

  private <T> void emit(OutputTag<T> tag, T value, Instant at) {
    output.collect(tag, new StreamRecord<>(value, at.toEpochMilli()));
  }
}
