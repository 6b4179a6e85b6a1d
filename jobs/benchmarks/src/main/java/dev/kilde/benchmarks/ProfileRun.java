package dev.kilde.benchmarks;

import dev.kilde.connectors.input.Input;
import dev.kilde.core.definition.Retention;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.person.EventCap;
import dev.kilde.profile.ProfileSettings;
import dev.kilde.profile.ProfileTopology;
import dev.kilde.profile.definition.Definitions;
import dev.kilde.profile.rules.BaseRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FileUtils;

/**
 * One run of the whole profile job on RocksDB, outputs discarded, a checkpoint every ten seconds.
 *
 * @param perSecond events a second, from submission to the end
 * @param checkpointMegabytes full size of the largest checkpoint; 0: it ended without one
 */
record ProfileRun(double perSecond, double checkpointMegabytes) {

  static final int PARALLELISM = 2;

  /** Makes one of the sources. */
  interface Lane {
    SingleOutputStreamOperator<Input> source(StreamExecutionEnvironment env, int lane);
  }

  static ProfileRun of(long events, Lane lanes) throws Exception {
    return of(events, BaseRules.of(Definitions.DEFAULT), lanes);
  }

  /** By some rules. */
  static ProfileRun of(long events, BaseRules rules, Lane lanes) throws Exception {
    Path work = Files.createTempDirectory("kilde-benchmark");
    Configuration configuration = configuration(work);
    try (OwnCluster cluster = OwnCluster.start(configuration)) {
      OwnCluster.Ended ended = cluster.run(job(configuration, rules, new Discarded(), lanes));
      return new ProfileRun(events / ended.seconds(), ended.largestCheckpoint() / 1e6);
    } finally {
      FileUtils.deleteDirectoryQuietly(work.toFile());
    }
  }

  /** What the job counted, by some rules and with other outputs. */
  static JobExecutionResult run(Path work, BaseRules rules, ProfileTopology.Sinks sinks, Lane lanes)
      throws Exception {
    Configuration configuration = configuration(work);
    try (OwnCluster cluster = OwnCluster.start(configuration)) {
      return cluster.result(job(configuration, rules, sinks, lanes));
    }
  }

  private static StreamExecutionEnvironment job(
      Configuration configuration, BaseRules rules, ProfileTopology.Sinks sinks, Lane lanes) {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    env.setParallelism(PARALLELISM);
    env.enableCheckpointing(10_000);
    DataStream<Input> inputs = null;
    for (int lane = 0; lane < PARALLELISM; lane++) {
      DataStream<Input> source =
          lanes.source(env, lane).setParallelism(1).uid("lane-" + lane).name("lane-" + lane);
      inputs = inputs == null ? source : inputs.union(source);
    }
    ProfileTopology.define(Objects.requireNonNull(inputs), settings(rules), sinks);
    return env;
  }

  private static ProfileSettings settings(BaseRules rules) {
    return new ProfileSettings(
        Retention.DEFAULT,
        Duration.ofSeconds(10),
        null,
        IdentityRules.DEFAULT,
        "DK",
        EventCap.DEFAULT.most(),
        ProfileSettings.DEFAULT_MOST_LINKS,
        rules,
        ProfileSettings.DEFAULT_HOT);
  }

  private static Configuration configuration(Path work) {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, false);
    configuration.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY, work.resolve("checkpoints").toUri().toString());
    configuration.set(CoreOptions.TMP_DIRS, work.toString());
    configuration.set(TaskManagerOptions.NUM_TASK_SLOTS, PARALLELISM);
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(1024));
    return configuration;
  }
}
