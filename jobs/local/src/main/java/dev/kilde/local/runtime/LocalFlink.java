package dev.kilde.local.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A standalone Flink session cluster on the loopback interface: a JobManager and TaskManagers. */
public final class LocalFlink implements LocalServer {

  private final RunningServers servers;
  private final Path lib;
  private final Path logs;
  private final FlinkConf conf;
  private final FlinkJobs jobs;
  private final int slotsEach;
  private final ServerProcess jobManager;
  private final List<ServerProcess> taskManagers = new ArrayList<>();
  private int taskManagersStarted;

  private LocalFlink(
      RunningServers servers, Path lib, Path logs, FlinkConf conf, int port, int slotsEach) {
    this.servers = servers;
    this.lib = lib;
    this.logs = logs;
    this.conf = conf;
    this.slotsEach = slotsEach;
    this.jobs = new FlinkJobs("http://127.0.0.1:" + port);
    this.jobManager =
        servers.start(
            new ServerCommand(
                "Flink JobManager",
                lib,
                conf.jobManagerFlags(),
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                conf.jobManagerArguments(),
                log()));
  }

  /** Starts all processes; does not wait for them to be up. */
  static LocalFlink launch(
      RunningServers servers,
      Installation installation,
      Workspace workspace,
      int port,
      int rpcPort,
      LocalStackOptions options) {
    Path data = workspace.data().resolve("flink");
    Map<String, String> changes = new TreeMap<>();
    changes.put("jobmanager.rpc.address", "127.0.0.1");
    changes.put("jobmanager.rpc.port", Integer.toString(rpcPort));
    changes.put("jobmanager.bind-host", "127.0.0.1");
    changes.put("jobmanager.memory.process.size", "1088m");
    changes.put("taskmanager.host", "127.0.0.1");
    changes.put("taskmanager.bind-host", "127.0.0.1");
    changes.put("taskmanager.numberOfTaskSlots", Integer.toString(options.slotsPerTaskManager()));
    changes.put("taskmanager.memory.process.size", options.taskManagerMegabytes() + "m");
    changes.put("taskmanager.memory.jvm-metaspace.size", "256m");
    // Small jobs share the slots' memory: what one of them does not use serves the others.
    changes.put("taskmanager.memory.managed.fraction", "0.3");
    changes.put(
        "state.backend.rocksdb.memory.fixed-per-tm", options.taskManagerMegabytes() / 6 + "m");
    changes.put("rest.address", "127.0.0.1");
    changes.put("rest.bind-address", "127.0.0.1");
    changes.put("rest.port", Integer.toString(port));
    changes.put("rest.bind-port", Integer.toString(port));
    changes.put("execution.checkpointing.dir", data.resolve("checkpoints").toUri().toString());
    changes.put(
        "execution.checkpointing.savepoint-dir", data.resolve("savepoints").toUri().toString());
    changes.put("io.tmp.dirs", data.resolve("tmp").toString());
    changes.put("web.tmpdir", data.resolve("web").toString());
    // All start at the same time: the first call often finds nobody.
    changes.put("cluster.registration.error-delay", "500 ms");
    changes.put("cluster.registration.refused-registration-delay", "1 s");
    // A dead process is noticed by its refused calls; a starved one on a busy machine is spared.
    changes.put("heartbeat.interval", "1 s");
    changes.put("heartbeat.timeout", "20 s");
    changes.put("heartbeat.rpc-failure-threshold", "2");
    changes.put("web.refresh-interval", "1000");
    changes.putAll(options.flink());
    FlinkConf conf =
        FlinkConf.write(installation.flinkConf(), changes, workspace.conf().resolve("flink"));
    LocalFlink flink =
        new LocalFlink(
            servers,
            installation.server("flink").resolve("lib"),
            workspace.logs(),
            conf,
            port,
            options.slotsPerTaskManager());
    for (int i = 0; i < options.taskManagers(); i++) {
      flink.startTaskManager();
    }
    return flink;
  }

  @Override
  public String name() {
    return "Flink";
  }

  /** The URL of the REST API and the web UI, without a slash at the end. */
  @Override
  public String address() {
    return jobs.url();
  }

  @Override
  public Path log() {
    return logs.resolve("flink-jobmanager.log");
  }

  /** What runs on the cluster. */
  public FlinkJobs jobs() {
    return jobs;
  }

  /** The JobManager's process. */
  public ServerProcess jobManager() {
    return jobManager;
  }

  /** The TaskManagers' processes, oldest first. */
  public synchronized List<ServerProcess> taskManagers() {
    return List.copyOf(taskManagers);
  }

  /** Starts one more TaskManager; does not wait for its slots. */
  public synchronized ServerProcess startTaskManager() {
    String id = "taskmanager-" + ++taskManagersStarted;
    ServerProcess process =
        servers.start(
            new ServerCommand(
                "Flink TaskManager",
                lib,
                conf.taskManagerFlags(),
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                conf.taskManagerArguments(id),
                logs.resolve("flink-" + id + ".log")));
    taskManagers.add(process);
    return process;
  }

  /**
   * Ends the oldest TaskManager as {@code kill -9} does.
   *
   * @throws IllegalStateException if there is none
   */
  public synchronized void killTaskManager() {
    if (taskManagers.isEmpty()) {
      throw new IllegalStateException("no TaskManager runs");
    }
    taskManagers.remove(0).kill();
  }

  /**
   * Waits until every slot of the running TaskManagers is known to the JobManager, and no other.
   *
   * @throws LocalServerException if a process ends or it takes longer
   */
  public void awaitSlots(Duration atMost) {
    Startup.await(List.of(this), atMost, line -> {});
  }

  @Override
  public synchronized void requireAlive() {
    jobManager.requireAlive();
    taskManagers.forEach(ServerProcess::requireAlive);
  }

  /** Whether the JobManager knows the slots of the running TaskManagers, and no others. */
  @Override
  public boolean isHealthy() throws IOException, InterruptedException {
    return Answering.tcp(jobs.port())
        && jobs.cluster().slots() == slotsEach * taskManagers().size();
  }
}
