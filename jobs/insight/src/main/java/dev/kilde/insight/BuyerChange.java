package dev.kilde.insight;

import dev.kilde.core.score.rfm.Buyer;
import dev.kilde.core.score.rfm.Population;
import dev.kilde.profile.state.Format;
import dev.kilde.profile.state.FormatTypeInfo;
import dev.kilde.profile.state.StateReader;
import dev.kilde.profile.state.StateWriter;
import java.io.IOException;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.jspecify.annotations.Nullable;

/**
 * One who changed, for whom the population takes out the old and puts in the new.
 *
 * @param shard of the tenant's people, from 0
 * @param midnight the first one of the tenant's at which it is so
 * @param before null: was no buyer
 * @param after null: is none any more
 */
record BuyerChange(
    String tenant, int shard, Instant midnight, @Nullable Buyer before, @Nullable Buyer after) {

  /** Flink's view. */
  static final FormatTypeInfo<BuyerChange> TYPE =
      FormatTypeInfo.of(BuyerChange.class, new WireFormat());

  /** Of the key of those that are added up. */
  static final TypeInformation<Tuple3<String, Integer, Long>> ADDED_UP =
      Types.TUPLE(Types.STRING, Types.INT, Types.LONG);

  /** The key of those that are added up: tenant, shard and midnight. */
  Tuple3<String, Integer, Long> addedUp() {
    return Tuple3.of(tenant, shard, midnight.toEpochMilli());
  }

  /** What it does to the population. */
  Population delta() {
    Population delta = new Population();
    if (before != null) {
      delta.remove(before);
    }
    if (after != null) {
      delta.add(after);
    }
    return delta;
  }

  /** How it travels. */
  public static final class WireFormat implements Format<BuyerChange> {

    private static final long serialVersionUID = 1;

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(BuyerChange change, StateWriter out) throws IOException {
      out.text(change.tenant());
      out.unsigned(change.shard());
      out.instant(change.midnight());
      BuyerFormat.writeOptional(change.before(), out);
      BuyerFormat.writeOptional(change.after(), out);
    }

    @Override
    public BuyerChange read(int version, StateReader in) throws IOException {
      return new BuyerChange(
          in.text(),
          (int) in.unsigned(),
          in.instant(),
          BuyerFormat.readOptional(in),
          BuyerFormat.readOptional(in));
    }
  }
}
