package dev.kilde.profile.keeper;

import dev.kilde.core.event.IdentifierKind;
import dev.kilde.profile.ProfileSettings;
import dev.kilde.profile.SideOutputs;
import dev.kilde.profile.Uids;
import dev.kilde.profile.output.ProfileUpdate;
import dev.kilde.profile.rules.RuleUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * The chain of tiers, from the weakest kind of identifier to the strongest: each hears from the
 * stages before the chain and from every weaker tier, so there is no way back.
 *
 * <pre>
 *   ingest, purchase ──┬─────────┬─────────┐
 *                      v         v         v
 *                   devices ─> cards ─> loyalty numbers ─> phones ─> e-mails ─> contacts
 *                      └───────────────────^ (and so on: to every stronger one)
 * </pre>
 */
public final class Tiers {

  private final List<SingleOutputStreamOperator<ProfileUpdate>> tiers;

  private Tiers(List<SingleOutputStreamOperator<ProfileUpdate>> tiers) {
    this.tiers = tiers;
  }

  /** The tiers behind the two stages that address identifiers. */
  public static Tiers behind(
      SingleOutputStreamOperator<?> ingested,
      SingleOutputStreamOperator<?> purchases,
      ProfileSettings settings) {
    DataStream<RuleUpdate> rules = ingested.getSideOutput(SideOutputs.RULES).broadcast();
    List<IdentifierKind> strongestFirst = settings.identity().order();
    List<SingleOutputStreamOperator<ProfileUpdate>> tiers = new ArrayList<>();
    for (int i = strongestFirst.size() - 1; i >= 0; i--) {
      IdentifierKind kind = strongestFirst.get(i);
      DataStream<KeeperInput> heard =
          together(
              Stream.concat(Stream.of(ingested, purchases), tiers.stream())
                  .map(stage -> stage.getSideOutput(SideOutputs.to(kind)))
                  .toList());
      tiers.add(
          heard
              .keyBy(KeeperInput::key, Types.STRING)
              .connect(rules)
              .transform(Uids.tier(kind), ProfileUpdate.TYPE, new KeeperOperator(kind, settings))
              .uid(Uids.tier(kind)));
    }
    return new Tiers(tiers);
  }

  /** The documents of everybody. */
  public DataStream<ProfileUpdate> profiles() {
    return together(tiers);
  }

  /** What leaves any of them at the side. */
  public <T> DataStream<T> all(OutputTag<T> tag) {
    return together(tiers.stream().map(tier -> tier.getSideOutput(tag)).toList());
  }

  private static <T> DataStream<T> together(List<? extends DataStream<T>> streams) {
    DataStream<T> first = streams.get(0);
    for (DataStream<T> next : streams.subList(1, streams.size())) {
      first = first.union(next);
    }
    return first;
  }
}
