package dev.kilde.local.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The jobs of a Flink cluster, through its REST API. Every method throws an {@link IOException}
 * with Flink's own words where Flink refuses.
 */
public final class FlinkJobs {

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration SAVEPOINT_PATIENCE = Duration.ofMinutes(2);

  private static final Set<String> ENDED = Set.of("FAILED", "CANCELED", "FINISHED");

  private final FlinkRest rest;

  /**
   * @param url of the JobManager's REST API, without a slash at the end
   */
  public FlinkJobs(String url) {
    this.rest = new FlinkRest(url);
  }

  /** The URL of the REST API. */
  public String url() {
    return rest.url();
  }

  int port() {
    return URI.create(url()).getPort();
  }

  /** Slots and TaskManagers. */
  public FlinkCluster cluster() throws IOException, InterruptedException {
    JsonNode overview = rest.get("/overview");
    return new FlinkCluster(
        overview.path("taskmanagers").asInt(),
        overview.path("slots-total").asInt(),
        overview.path("slots-available").asInt());
  }

  /** All jobs since the JobManager started, ended ones included. */
  public List<FlinkJob> list() throws IOException, InterruptedException {
    List<FlinkJob> jobs = new ArrayList<>();
    for (JsonNode job : rest.get("/jobs/overview").path("jobs")) {
      jobs.add(
          new FlinkJob(
              job.path("jid").asText(), job.path("name").asText(), job.path("state").asText()));
    }
    return jobs;
  }

  /**
   * Runs a job's main method on the JobManager and starts what it builds.
   *
   * @return the job's id
   */
  public String submit(JobSubmission job) throws IOException, InterruptedException {
    String stored = rest.upload("/jars/upload", job.jar()).path("filename").asText();
    String jarId = stored.substring(stored.lastIndexOf('/') + 1);
    ObjectNode run = rest.json().createObjectNode().put("entryClass", job.main());
    job.arguments().forEach(run.putArray("programArgsList")::add);
    job.parallelism().ifPresent(parallelism -> run.put("parallelism", parallelism));
    if (job.savepoint() != null) {
      run.put("savepointPath", job.savepoint()).put("allowNonRestoredState", false);
    }
    return rest.post("/jars/" + jarId + "/run", run).path("jobid").asText();
  }

  /** Flink's name for the state the job is in. */
  public String state(String job) throws IOException, InterruptedException {
    return rest.get("/jobs/" + job).path("state").asText();
  }

  /** The newest failure of the job, with its stack trace; empty if there was none. */
  public Optional<String> failure(String job) throws IOException, InterruptedException {
    JsonNode newest =
        rest.get("/jobs/" + job + "/exceptions?maxExceptions=1")
            .path("exceptionHistory")
            .path("entries")
            .path(0)
            .path("stacktrace");
    return newest.isTextual() ? Optional.of(newest.asText()) : Optional.empty();
  }

  /** How many checkpoints of the job have completed. */
  public long completedCheckpoints(String job) throws IOException, InterruptedException {
    return rest.get("/jobs/" + job + "/checkpoints").path("counts").path("completed").asLong();
  }

  /** Ends the job at once; returns when Flink has taken note. */
  public void cancel(String job) throws IOException, InterruptedException {
    rest.patch("/jobs/" + job + "?mode=cancel");
  }

  /**
   * Writes a savepoint; the job goes on.
   *
   * @param folder under which it gets a folder of its own; every process of the cluster reaches it
   * @return the savepoint's path
   */
  public String savepoint(String job, Path folder) throws IOException, InterruptedException {
    ObjectNode body = rest.json().createObjectNode();
    body.put("target-directory", folder.toUri().toString()).put("cancel-job", false);
    return awaitSavepoint(job, rest.post("/jobs/" + job + "/savepoints", body));
  }

  /**
   * Ends the job with a savepoint and returns when the job is gone. Event time stays where it is:
   * what waits for its instant goes on waiting in the savepoint. Where the savepoint fails the job
   * goes on.
   *
   * @param folder under which it gets a folder of its own; every process of the cluster reaches it
   * @return the savepoint's path
   * @throws IOException also if the job did not finish: its last outputs may not be committed, and
   *     are when it is started from the savepoint
   */
  public String stopWithSavepoint(String job, Path folder)
      throws IOException, InterruptedException {
    ObjectNode body = rest.json().createObjectNode();
    body.put("targetDirectory", folder.toUri().toString()).put("drain", false);
    String savepoint = awaitSavepoint(job, rest.post("/jobs/" + job + "/stop", body));
    String end = awaitEnd(job, SAVEPOINT_PATIENCE);
    if (!end.equals("FINISHED")) {
      throw new IOException(
          "Job %s was to finish after its savepoint %s and is %s. %s"
              .formatted(job, savepoint, end, failure(job).orElse("")));
    }
    return savepoint;
  }

  /**
   * Waits until the job has ended, however, and returns the state it ended in.
   *
   * @throws LocalServerException if it takes longer
   */
  public String awaitEnd(String job, Duration atMost) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    String state = state(job);
    while (!ENDED.contains(state)) {
      if (System.nanoTime() > deadline) {
        throw new LocalServerException(
            "Job %s has not ended after %d s; it is %s.".formatted(job, atMost.toSeconds(), state));
      }
      Thread.sleep(PAUSE.toMillis());
      state = state(job);
    }
    return state;
  }

  /**
   * Waits until every task of the job runs.
   *
   * @throws LocalServerException if the job ends or takes longer
   */
  public void awaitRunning(String job, Duration atMost) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!allTasksRun(job)) {
      String state = state(job);
      if (ENDED.contains(state) || System.nanoTime() > deadline) {
        throw new LocalServerException(
            "Job %s does not run; it is %s. %s".formatted(job, state, failure(job).orElse("")));
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  private boolean allTasksRun(String job) throws IOException, InterruptedException {
    JsonNode vertices = rest.get("/jobs/" + job).path("vertices");
    for (JsonNode vertex : vertices) {
      int running = vertex.path("tasks").path("RUNNING").asInt();
      if (running != vertex.path("parallelism").asInt()) {
        return false;
      }
    }
    return !vertices.isEmpty();
  }

  private String awaitSavepoint(String job, JsonNode request)
      throws IOException, InterruptedException {
    String status = "/jobs/" + job + "/savepoints/" + request.path("request-id").asText();
    long deadline = System.nanoTime() + SAVEPOINT_PATIENCE.toNanos();
    JsonNode savepoint = rest.get(status);
    while (!savepoint.path("status").path("id").asText().equals("COMPLETED")) {
      if (System.nanoTime() > deadline) {
        throw new LocalServerException(
            "No savepoint of job %s after %d s; it may still be written."
                .formatted(job, SAVEPOINT_PATIENCE.toSeconds()));
      }
      Thread.sleep(PAUSE.toMillis());
      savepoint = rest.get(status);
    }
    JsonNode operation = savepoint.path("operation");
    if (!operation.hasNonNull("location")) {
      throw new IOException(
          "No savepoint of job %s: %s"
              .formatted(job, operation.path("failure-cause").path("stack-trace").asText()));
    }
    return operation.path("location").asText();
  }
}
