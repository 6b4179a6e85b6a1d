package dev.kilde.local.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Kafka, Elasticsearch and a Flink cluster as processes of this machine, empty at the start.
 * Whatever happens to this process, they end with it.
 */
public final class LocalStack implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Workspace workspace;
  private final RunningServers servers;
  private final LocalKafka kafka;
  private final LocalElasticsearch elasticsearch;
  private final LocalFlink flink;

  private LocalStack(
      Installation installation,
      Workspace workspace,
      RunningServers servers,
      LocalStackOptions options) {
    this.workspace = workspace;
    this.servers = servers;
    Ports ports = new Ports();
    int kafkaPort = ports.choose(options.kafkaPort(), "Kafka", "--kafka-port");
    int elasticsearchPort =
        ports.choose(options.elasticsearchPort(), "Elasticsearch", "--elasticsearch-port");
    int flinkPort = ports.choose(options.flinkPort(), "Flink's web UI", "--flink-port");
    int controllerPort = ports.choose(Ports.ANY, "Kafka's controller", "");
    int transportPort = ports.choose(Ports.ANY, "Elasticsearch's transport", "");
    int rpcPort = ports.choose(Ports.ANY, "Flink's JobManager", "");
    // The slowest first.
    flink = LocalFlink.launch(servers, installation, workspace, flinkPort, rpcPort, options);
    elasticsearch =
        LocalElasticsearch.launch(
            servers,
            installation,
            workspace,
            elasticsearchPort,
            transportPort,
            options.elasticsearchHeapMegabytes());
    kafka =
        LocalKafka.launch(
            servers,
            installation,
            workspace,
            kafkaPort,
            controllerPort,
            options.kafkaHeapMegabytes());
  }

  /**
   * Starts all three at the same time and returns when all are healthy.
   *
   * @param installation the built checkout
   * @param folder where they work; emptied first
   * @param progress is told in one line each what came up, where, after how long
   * @throws LocalServerException with place and remedy if memory lacks, a port is taken, another
   *     Kilde uses the folder, or a server does not come up; nothing is left running then
   */
  public static LocalStack start(
      Installation installation,
      Path folder,
      LocalStackOptions options,
      Consumer<String> progress) {
    AvailableMemory.now().require(options.neededMegabytes());
    Workspace workspace = Workspace.open(folder);
    RunningServers servers = new RunningServers();
    try {
      LocalStack stack = new LocalStack(installation, workspace, servers, options);
      Startup.await(List.of(stack.kafka, stack.elasticsearch, stack.flink), PATIENCE, progress);
      return stack;
    } catch (RuntimeException failed) {
      boolean told = servers.isClosed();
      servers.close();
      workspace.close();
      throw told ? new LocalServerException("Stopped while the servers were starting.") : failed;
    }
  }

  /** The broker; its address is the bootstrap servers. */
  public LocalKafka kafka() {
    return kafka;
  }

  /** The Elasticsearch node; its address is a URL. */
  public LocalElasticsearch elasticsearch() {
    return elasticsearch;
  }

  /** The Flink cluster; its address is the URL of REST API and web UI. */
  public LocalFlink flink() {
    return flink;
  }

  /** The folder of all logs. */
  public Path logs() {
    return workspace.logs();
  }

  /** The folder of everything stored: checkpoints, Kafka's log, Elasticsearch's indices. */
  public Path data() {
    return workspace.data();
  }

  /**
   * Does nothing while every server runs, or once this stack is being closed.
   *
   * @throws LocalServerException with the end of the log of one that ended by itself
   */
  public void requireAlive() {
    if (!servers.isClosed()) {
      kafka.requireAlive();
      elasticsearch.requireAlive();
      flink.requireAlive();
    }
  }

  /** Stops all servers and returns when their processes are gone. */
  @Override
  public void close() {
    servers.close();
    workspace.close();
  }
}
