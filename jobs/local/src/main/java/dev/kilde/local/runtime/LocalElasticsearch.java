package dev.kilde.local.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One Elasticsearch node on the loopback interface. */
public final class LocalElasticsearch implements LocalServer {

  private final RunningServers servers;
  private final ServerCommand command;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();
  private ServerProcess process;

  private LocalElasticsearch(RunningServers servers, ServerCommand command, int port) {
    this.servers = servers;
    this.command = command;
    this.port = port;
    this.process = servers.start(command);
  }

  /** Starts the node's process on an empty data folder; does not wait for it to be up. */
  static LocalElasticsearch launch(
      RunningServers servers,
      Installation installation,
      Workspace workspace,
      int port,
      int transportPort,
      int heapMegabytes) {
    Path home = installation.server("elasticsearch");
    Path conf = write(workspace, port, transportPort);
    ServerCommand command =
        new ServerCommand(
            "Elasticsearch",
            home.resolve("lib"),
            List.of(
                "-Xms" + heapMegabytes + "m",
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                ServerCommand.QUICK_START,
                // The native libraries are not on Maven Central; the folder must exist, though.
                "-Des.nativelibs.path=" + conf),
            "dev.kilde.elasticsearch.node.ElasticsearchNode",
            List.of(home.toString(), conf.toString()),
            workspace.logs().resolve("elasticsearch.log"));
    return new LocalElasticsearch(servers, command, port);
  }

  @Override
  public String name() {
    return command.name();
  }

  /** The URL, without a slash at the end. */
  @Override
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public Path log() {
    return command.log();
  }

  /** Stops the node in good order; its data stays. */
  public synchronized void stop() {
    process.stop();
  }

  /** Starts the stopped node on the same port and data; does not wait for it to be up. */
  public synchronized void start() {
    process = servers.start(command);
  }

  /** The running process. */
  public synchronized ServerProcess process() {
    return process;
  }

  /**
   * Waits until every index can be written and searched.
   *
   * @throws LocalServerException if the node ends or takes longer
   */
  public void awaitHealthy(Duration atMost) {
    Startup.await(List.of(this), atMost, line -> {});
  }

  @Override
  public void requireAlive() {
    process().requireAlive();
  }

  @Override
  public boolean isHealthy() throws IOException, InterruptedException {
    if (!Answering.tcp(port)) {
      return false;
    }
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(address() + "/_cluster/health?wait_for_status=yellow&timeout=1s"))
            .timeout(Duration.ofSeconds(3))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
  }

  private static Path write(Workspace workspace, int port, int transportPort) {
    String yaml =
        """
        cluster.name: kilde-local
        node.name: local-0
        path.data: '%3$s'
        path.logs: '%4$s'
        discovery.type: single-node
        network.host: 127.0.0.1
        http.port: %1$d
        transport.port: %2$d
        # A full disk is the developer's business, not a reason to refuse documents.
        cluster.routing.allocation.disk.threshold_enabled: false
        logger.level: info
        """
            .formatted(
                port, transportPort, workspace.data().resolve("elasticsearch"), workspace.logs());
    try {
      Path conf = Files.createDirectories(workspace.conf().resolve("elasticsearch"));
      Files.writeString(conf.resolve("elasticsearch.yml"), yaml);
      return conf;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
