package dev.kilde.profile;

import dev.kilde.connectors.input.Input;
import dev.kilde.connectors.input.TickWatermarks;
import dev.kilde.connectors.kafka.KafkaInputs;
import dev.kilde.options.InvalidOptionsException;
import dev.kilde.profile.output.KafkaProfileSinks;
import dev.kilde.schemas.Topic;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Keeps people: input topics in, topics {@code profiles}, {@code identity-changes} and {@code
 * exports} out.
 *
 * <pre>
 * tracking, orders, ... ──> ingest ──> purchase ──> tiers of identifiers ──> profiles, ...
 *                              └─────> dead-letters
 * </pre>
 *
 * <p>Options: {@code flink-conf/profile-reference.properties}.
 */
public final class ProfileJob {

  /** How often subtasks tell each other how far they are. */
  private static final Duration ALIGNMENT_INTERVAL = Duration.ofSeconds(1);

  private ProfileJob() {}

  /** Submits the job; with wrong options prints what is wrong and fails. */
  public static void main(String[] args) throws Exception {
    ProfileOptions options;
    try {
      options = ProfileOptions.parse(args, System.getenv());
    } catch (InvalidOptionsException e) {
      System.err.println(e.getMessage());
      throw e;
    }
    StreamExecutionEnvironment flink = environment(options);
    ProfileTopology.define(
        flink
            .fromSource(
                KafkaInputs.source(
                    options.kafka(),
                    Topic.inputs(),
                    options.groupId(),
                    options.start(),
                    options.registry()),
                time(options.time()),
                Uids.INPUTS)
            .uid(Uids.INPUTS),
        options.settings(),
        new KafkaProfileSinks(
            options.kafka(), options.delivery(), options.transactionalIdPrefix()));
    flink.execute("kilde-profile");
  }

  private static WatermarkStrategy<Input> time(ProfileOptions.Time time) {
    WatermarkStrategy<Input> strategy =
        switch (time.from()) {
          case TICKS -> TickWatermarks.strategy(time.outOfOrderness());
          case EVENTS -> TickWatermarks.fromEvents(time.outOfOrderness(), time.idleness());
        };
    return strategy.withWatermarkAlignment(Uids.INPUTS, time.maxDrift(), ALIGNMENT_INTERVAL);
  }

  private static StreamExecutionEnvironment environment(ProfileOptions options) {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    StreamExecutionEnvironment flink =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    flink.enableCheckpointing(options.checkpointInterval().toMillis());
    return flink;
  }
}
