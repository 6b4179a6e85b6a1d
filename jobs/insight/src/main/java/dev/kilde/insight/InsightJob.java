package dev.kilde.insight;

import dev.kilde.connectors.kafka.KafkaConnection;
import dev.kilde.connectors.kafka.KafkaOutputs;
import dev.kilde.options.InvalidOptionsException;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;

/**
 * Learns from all people of a tenant: the break points of RFM, daily.
 *
 * <pre>
 * profiles ──> who changed ──> population of each tenant ──> at midnight: models
 *     └──────> dead-letters
 * </pre>
 *
 * <p>Options: {@code flink-conf/insight-reference.properties}.
 */
public final class InsightJob {

  private InsightJob() {}

  /** Submits the job; with wrong options prints what is wrong and fails. */
  public static void main(String[] args) throws Exception {
    InsightOptions options;
    try {
      options = InsightOptions.parse(args, System.getenv());
    } catch (InvalidOptionsException e) {
      System.err.println(e.getMessage());
      throw e;
    }
    StreamExecutionEnvironment flink = environment(options);
    KafkaConnection kafka = options.kafka();
    InsightTopology.define(
        flink
            .fromSource(
                profiles(options),
                InsightTopology.time(options.outOfOrderness(), options.idleness()),
                "profiles")
            .uid(Uids.PROFILES),
        options.zones(),
        options.settle(),
        KafkaOutputs.sink(
            kafka,
            options.delivery(),
            options.transactionalIdPrefix() + "-" + Uids.MODELS,
            new ModelRecords(kafka.topic(Topic.MODELS))),
        KafkaOutputs.deadLetters(
            kafka, options.delivery(), options.transactionalIdPrefix() + "-" + Uids.DEAD_LETTERS));
    flink.execute("kilde-insight");
  }

  /**
   * Topic {@code profiles}, committed records only. Without a savepoint from the beginning: the
   * population is everybody, not who changed since.
   */
  private static KafkaSource<Either<BuyerNews, DeadLetter>> profiles(InsightOptions options) {
    return KafkaSource.<Either<BuyerNews, DeadLetter>>builder()
        .setProperties(options.kafka().properties())
        .setBootstrapServers(options.kafka().bootstrapServers())
        .setGroupId(options.groupId())
        .setTopics(options.kafka().topic(Topic.PROFILES))
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setProperty("isolation.level", "read_committed")
        .setProperty("commit.offsets.on.checkpoint", "true")
        .setProperty("partition.discovery.interval.ms", "60000")
        .setDeserializer(new BuyerDeserializer())
        .build();
  }

  private static StreamExecutionEnvironment environment(InsightOptions options) {
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
