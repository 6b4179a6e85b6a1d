package dev.kilde.index;

import dev.kilde.connectors.elasticsearch.DocumentWrite;
import dev.kilde.connectors.elasticsearch.ElasticsearchSink;
import dev.kilde.options.InvalidOptionsException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Keeps Elasticsearch in step with topic {@code profiles}, and with what {@code segment-changes}
 * and {@code definitions} tell of segments.
 *
 * <pre>
 * profiles ──> document or dead letter ─┬─> Elasticsearch (alias profiles-TENANT) ──┐ rejected
 *                                       ├──────────────────────────> dead-letters <─┤
 * segment-changes ─┬─> news or ditto ───┴─> segments, counted by tenant and id      │
 * definitions ─────┘                              └─> (alias segments-TENANT) ──────┘
 * </pre>
 *
 * <p>Options: {@code flink-conf/index-reference.properties}.
 */
public final class IndexJob {
  private IndexJob() {}

  /**
   * Submits the job.
   *
   * @param arguments {@code --key value}, {@code --config FILE}
   * @throws InvalidOptionsException with everything that is wrong with the options
   */
  public static void main(String[] arguments) throws Exception {
    IndexOptions options = IndexOptions.parse(arguments, System.getenv());
    StreamExecutionEnvironment flink = environment(options);
    define(flink, options);
    flink.execute("kilde-index");
  }

  /** The topology between the ends that the options name. */
  static void define(StreamExecutionEnvironment flink, IndexOptions options) {
    Sink<byte[]> deadLetters = KafkaEnds.deadLetters(options.kafka());
    Sink<DocumentWrite> documents =
        new ElasticsearchSink(
            options.elasticsearch(),
            options.limits(),
            true,
            new TenantIndices(options.layout()),
            new RejectedAsDeadLetters(deadLetters));
    IndexTopology.define(
        flink,
        KafkaEnds.profiles(options.kafka()),
        KafkaEnds.segmentNews(options.kafka()),
        options.segmentInterval(),
        documents,
        deadLetters);
  }

  static StreamExecutionEnvironment environment(IndexOptions options) {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    StreamExecutionEnvironment flink =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    flink.enableCheckpointing(options.checkpointInterval().toMillis());
    // While Elasticsearch is away the sink waits, and so does the checkpoint: no reason to fail.
    flink.getCheckpointConfig().setTolerableCheckpointFailureNumber(Integer.MAX_VALUE);
    return flink;
  }
}
