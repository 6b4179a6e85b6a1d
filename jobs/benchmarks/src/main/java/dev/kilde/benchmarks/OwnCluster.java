package dev.kilde.benchmarks;

import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A cluster in this process for one job: one that is still there when the job has ended, to be
 * asked how large its checkpoints were. The files themselves are gone by then.
 */
final class OwnCluster implements AutoCloseable {

  private final MiniCluster cluster;

  private OwnCluster(MiniCluster cluster) {
    this.cluster = cluster;
  }

  static OwnCluster start(Configuration configuration) throws Exception {
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(configuration.get(TaskManagerOptions.NUM_TASK_SLOTS))
                .withRandomPorts()
                .build());
    cluster.start();
    return new OwnCluster(cluster);
  }

  /** Runs the job to its end. */
  Ended run(StreamExecutionEnvironment env) throws Exception {
    JobGraph job = env.getStreamGraph().getJobGraph();
    long started = System.nanoTime();
    cluster.executeJobBlocking(job);
    double seconds = (System.nanoTime() - started) / 1e9;
    return new Ended(seconds, largestCheckpoint(job.getJobID()));
  }

  /** Runs the job to its end, for what it counted. */
  JobExecutionResult result(StreamExecutionEnvironment env) throws Exception {
    return cluster.executeJobBlocking(env.getStreamGraph().getJobGraph());
  }

  private long largestCheckpoint(JobID job) throws Exception {
    CheckpointStatsSnapshot checkpoints =
        cluster.getExecutionGraph(job).get().getCheckpointStatsSnapshot();
    return checkpoints == null ? 0 : checkpoints.getSummaryStats().getStateSizeStats().getMaximum();
  }

  @Override
  public void close() {
    cluster.closeAsync().join();
  }

  /**
   * What a job that ended took.
   *
   * @param seconds from submission to the end
   * @param largestCheckpoint the full size in bytes of its largest complete checkpoint; 0: none
   */
  record Ended(double seconds, long largestCheckpoint) {}
}
