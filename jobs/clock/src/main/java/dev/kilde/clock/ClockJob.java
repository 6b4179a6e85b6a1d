package dev.kilde.clock;

import dev.kilde.connectors.kafka.Delivery;
import dev.kilde.connectors.kafka.KafkaOutputs;
import dev.kilde.options.InvalidOptionsException;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Tells the other jobs what time it is.
 *
 * <pre>
 * beat each second ──> a tick for every partition ──> tracking, orders, receipts, ...
 * </pre>
 *
 * <p>Event time then goes on although nobody shops, stands still while the brokers do, and is told
 * again when a topic is read again. Ticks go out without transactions: one that is lost is followed
 * by the next, one that comes twice changes nothing.
 *
 * <p>Options: {@code flink-conf/clock-reference.properties}.
 */
public final class ClockJob {

  private ClockJob() {}

  /** Submits the job; with wrong options prints what is wrong and fails. */
  public static void main(String[] args) throws Exception {
    ClockOptions options;
    try {
      options = ClockOptions.parse(args, System.getenv());
    } catch (InvalidOptionsException e) {
      System.err.println(e.getMessage());
      throw e;
    }
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    StreamExecutionEnvironment flink =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    flink.setParallelism(1);
    flink.enableCheckpointing(options.checkpointInterval().toMillis());
    double beatsASecond = 1000.0 / options.interval().toMillis();
    flink
        .fromSource(
            new DataGeneratorSource<>(
                beat -> beat,
                Long.MAX_VALUE,
                RateLimiterStrategy.perSecond(beatsASecond),
                Types.LONG),
            WatermarkStrategy.noWatermarks(),
            "beat")
        .uid("beat")
        .flatMap(
            new TickFunction(options.kafka(), options.partitionsRefresh()),
            Types.TUPLE(Types.STRING, Types.INT, Types.LONG))
        .uid("tick")
        .name("tick")
        .sinkTo(
            KafkaOutputs.sink(
                options.kafka(), Delivery.AT_LEAST_ONCE, "kilde-clock", new TickRecords()))
        .uid("input-topics")
        .name("input topics");
    flink.execute("kilde-clock");
  }
}
