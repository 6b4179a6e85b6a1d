package dev.kilde.profile;

import dev.kilde.connectors.input.Input;
import dev.kilde.profile.ingest.IngestFunction;
import dev.kilde.profile.output.ProfileUpdate;
import dev.kilde.profile.person.PersonInput;
import dev.kilde.profile.person.PersonOperator;
import dev.kilde.profile.person.PersonSettings;
import dev.kilde.profile.purchase.PurchaseInput;
import dev.kilde.profile.purchase.PurchaseOperator;
import dev.kilde.schemas.record.DeadLetter;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The path of the data; the same live and in a replay. Sources and sinks are handed in.
 *
 * <pre>
 *   inputs --> ingest --+-------------------> person --> profiles
 *                |      +--> purchase ----------^
 *                +--> dead letters
 * </pre>
 */
public final class ProfileTopology {

  private ProfileTopology() {}

  /** Where the outputs go. */
  public interface Sinks {

    /** The latest document of each person, or that the person is no more. */
    void profiles(DataStream<ProfileUpdate> profiles);

    /** Inputs that could not be used. */
    void deadLetters(DataStream<DeadLetter> deadLetters);
  }

  /**
   * Builds the job between {@code inputs}, which carry timestamps and watermarks, and the sinks.
   */
  public static void define(DataStream<Input> inputs, PersonSettings settings, Sinks sinks) {
    SingleOutputStreamOperator<PersonInput> ingested =
        inputs.process(new IngestFunction(), PersonInput.TYPE).uid(Uids.INGEST).name(Uids.INGEST);

    DataStream<PersonInput> purchases =
        ingested
            .getSideOutput(SideOutputs.PURCHASES)
            .keyBy(PurchaseInput::key, Types.STRING)
            .transform(
                Uids.PURCHASE, PersonInput.TYPE, new PurchaseOperator(settings.purchaseRetention()))
            .uid(Uids.PURCHASE);

    DataStream<ProfileUpdate> profiles =
        ingested
            .union(purchases)
            .keyBy(PersonInput::profileId, Types.STRING)
            .transform(Uids.PERSON, ProfileUpdate.TYPE, new PersonOperator(settings))
            .uid(Uids.PERSON);

    sinks.profiles(profiles);
    sinks.deadLetters(ingested.getSideOutput(SideOutputs.DEAD_LETTERS));
  }
}
