package dev.kilde.local.demo;

import dev.kilde.local.runtime.FlinkJobs;
import dev.kilde.local.runtime.Installation;
import dev.kilde.local.runtime.JobSubmission;
import dev.kilde.local.runtime.LocalStack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Kilde's jobs on a local stack.
 *
 * @param topicPrefix stands before every topic's name and sets two runs on one stack apart
 */
public record LocalJobs(Installation installation, LocalStack stack, String topicPrefix) {

  /** Consumer group of the profile job, without the prefix. */
  static final String PROFILE_GROUP = "kilde-profile";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /**
   * Starts the profile job without state, at the cluster's default parallelism; returns its id when
   * it runs.
   *
   * @param checkpoints between two of them, which is how late outputs become visible
   */
  public String startProfile(Duration checkpoints) throws IOException, InterruptedException {
    return start(profile(checkpoints));
  }

  /** What {@link #startProfile} starts, to be started otherwise. */
  public JobSubmission profile(Duration checkpoints) {
    return job(
        "profile",
        "dev.kilde.profile.ProfileJob",
        List.of(
            "--kafka.group-id",
            group(),
            "--kafka.transactional-id-prefix",
            group(),
            "--checkpoint.interval",
            checkpoints.toMillis() + "ms",
            "--definitions.folder",
            installation.root().resolve("flink-conf/definitions").toString(),
            // played time runs a thousand times faster than the clock: no partition is "ahead"
            "--time.max-drift",
            "3650d"));
  }

  /** Starts the index job; returns its id when it runs. */
  public String startIndex(Duration checkpoints) throws IOException, InterruptedException {
    return start(
        job(
            "index",
            "dev.kilde.index.IndexJob",
            List.of(
                "--kafka.group-id",
                topicPrefix + "kilde-index",
                "--elasticsearch.hosts",
                stack.elasticsearch().address(),
                "--index.replicas",
                "0",
                "--index.shared-shards",
                "1",
                "--checkpoint.interval",
                checkpoints.toMillis() + "ms")));
  }

  /** Starts the insight job without state; returns its id when it runs. */
  public String startInsight(Duration checkpoints) throws IOException, InterruptedException {
    return start(insight(checkpoints));
  }

  /**
   * What {@link #startInsight} starts, to be started otherwise.
   *
   * @param checkpoints between two of them, and how long a model waits for a still newer one:
   *     played days are short
   */
  public JobSubmission insight(Duration checkpoints) {
    return job(
        "insight",
        "dev.kilde.insight.InsightJob",
        List.of(
            "--kafka.group-id",
            topicPrefix + "kilde-insight",
            "--models.settle",
            checkpoints.toMillis() + "ms",
            "--checkpoint.interval",
            checkpoints.toMillis() + "ms"));
  }

  /** Starts a job; returns its id when it runs. */
  public String start(JobSubmission job) throws IOException, InterruptedException {
    FlinkJobs jobs = stack.flink().jobs();
    String id = jobs.submit(job);
    jobs.awaitRunning(id, PATIENCE);
    return id;
  }

  /** The profile job's consumer group. */
  public String group() {
    return topicPrefix + PROFILE_GROUP;
  }

  private JobSubmission job(String name, String main, List<String> options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--kafka.bootstrap-servers",
                stack.kafka().address(),
                "--kafka.topic-prefix",
                topicPrefix));
    arguments.addAll(options);
    Path jar = installation.root().resolve("jobs/" + name + "/target/kilde-" + name + ".jar");
    return JobSubmission.of(jar, main, arguments);
  }
}
