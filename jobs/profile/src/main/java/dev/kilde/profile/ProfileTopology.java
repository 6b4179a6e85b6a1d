package dev.kilde.profile;

import dev.kilde.connectors.input.Input;
import dev.kilde.profile.ingest.IngestFunction;
import dev.kilde.profile.keeper.KeeperInput;
import dev.kilde.profile.keeper.Tiers;
import dev.kilde.profile.output.ProfileUpdate;
import dev.kilde.profile.purchase.PurchaseInput;
import dev.kilde.profile.purchase.PurchaseOperator;
import dev.kilde.profile.rules.RuleUpdate;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.record.IdentityChange;
import dev.kilde.schemas.record.PrivacyRequest;
import dev.kilde.schemas.record.ProfileExport;
import dev.kilde.schemas.record.SegmentChange;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The path of the data; the same live and in a replay. Sources and sinks are handed in.
 *
 * <pre>
 *   inputs --> ingest --+-------------------> devices --> cards --> loyalty numbers --> ...
 *                |      |                        ^          ^              ^
 *                |      +--> purchase -----------+----------+--------------+--- profiles,
 *                +--> dead letters                                              identity changes
 * </pre>
 */
public final class ProfileTopology {

  private ProfileTopology() {}

  /** Where the outputs go. */
  public interface Sinks {

    /** The latest document of each person, or that the person is no more. */
    void profiles(DataStream<ProfileUpdate> profiles);

    /** What became of links between identifiers. */
    void identityChanges(DataStream<IdentityChange> changes);

    /** Who entered which segment or left it. */
    void segmentChanges(DataStream<SegmentChange> changes);

    /** Everything held on people who asked. */
    void exports(DataStream<ProfileExport> exports);

    /** Requests to be read with the other inputs: so an erasure reaches what lies before it. */
    void erasures(DataStream<PrivacyRequest> requests);

    /** Inputs that could not be used. */
    void deadLetters(DataStream<DeadLetter> deadLetters);

    /** What everybody is known by at the end of a replay, a line each; live there is none. */
    default void known(DataStream<String> people) {}

    /** What people are judged by beside the folder, as it is published. */
    default void rules(DataStream<RuleUpdate> rules) {}
  }

  /**
   * Builds the job between {@code inputs}, which carry timestamps and watermarks, and the sinks.
   */
  public static void define(DataStream<Input> inputs, ProfileSettings settings, Sinks sinks) {
    SingleOutputStreamOperator<PurchaseInput> ingested =
        inputs
            .process(new IngestFunction(settings), PurchaseInput.TYPE)
            .uid(Uids.INGEST)
            .name(Uids.INGEST);

    SingleOutputStreamOperator<KeeperInput> purchases =
        ingested
            .keyBy(PurchaseInput::key, Types.STRING)
            .transform(Uids.PURCHASE, KeeperInput.TYPE, new PurchaseOperator(settings))
            .uid(Uids.PURCHASE);

    Tiers tiers = Tiers.behind(ingested, purchases, settings);

    sinks.profiles(tiers.profiles());
    sinks.identityChanges(
        tiers
            .all(SideOutputs.IDENTITY_CHANGES)
            .union(ingested.getSideOutput(SideOutputs.IDENTITY_CHANGES)));
    sinks.segmentChanges(tiers.all(SideOutputs.SEGMENT_CHANGES));
    sinks.exports(tiers.all(SideOutputs.EXPORTS));
    sinks.erasures(tiers.all(SideOutputs.ERASURES));
    sinks.deadLetters(ingested.getSideOutput(SideOutputs.DEAD_LETTERS));
    sinks.known(tiers.all(SideOutputs.KNOWN));
    sinks.rules(ingested.getSideOutput(SideOutputs.RULES));
  }
}
