package dev.kilde.local.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** One Kafka broker that is its own controller (KRaft), on the loopback interface. */
public final class LocalKafka implements LocalServer {

  private final RunningServers servers;
  private final ServerCommand command;
  private final int port;
  private ServerProcess process;

  private LocalKafka(RunningServers servers, ServerCommand command, int port) {
    this.servers = servers;
    this.command = command;
    this.port = port;
    this.process = servers.start(command);
  }

  /** Starts the broker's process on an empty data folder; does not wait for it to be up. */
  static LocalKafka launch(
      RunningServers servers,
      Installation installation,
      Workspace workspace,
      int port,
      int controllerPort,
      int heapMegabytes) {
    Path conf = write(workspace, port, controllerPort);
    ServerCommand command =
        new ServerCommand(
            "Kafka",
            installation.server("kafka").resolve("lib"),
            List.of(
                "-Xms256m",
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                ServerCommand.QUICK_START,
                "-Dlog4j2.configurationFile=" + conf.resolve("log4j2.properties")),
            "dev.kilde.kafka.node.KafkaNode",
            List.of(conf.resolve("server.properties").toString()),
            workspace.logs().resolve("kafka.log"));
    return new LocalKafka(servers, command, port);
  }

  @Override
  public String name() {
    return command.name();
  }

  /** The bootstrap servers. */
  @Override
  public String address() {
    return "127.0.0.1:" + port;
  }

  @Override
  public Path log() {
    return command.log();
  }

  /** Stops the broker in good order; its data stays. */
  public synchronized void stop() {
    process.stop();
  }

  /** Starts the stopped broker on the same port and data; does not wait for it to be up. */
  public synchronized void start() {
    process = servers.start(command);
  }

  /** The running process. */
  public synchronized ServerProcess process() {
    return process;
  }

  @Override
  public void requireAlive() {
    process().requireAlive();
  }

  @Override
  public boolean isHealthy() throws InterruptedException, ExecutionException, TimeoutException {
    // A client that finds nothing there logs each of its attempts: look at the port first.
    if (!Answering.tcp(port)) {
      return false;
    }
    Map<String, Object> properties =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            address(),
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            2_000,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            2_000);
    try (Admin admin = Admin.create(properties)) {
      return admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).size() == 1;
    }
  }

  private static Path write(Workspace workspace, int port, int controllerPort) {
    String properties =
        """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        controller.listener.names=CONTROLLER
        inter.broker.listener.name=PLAINTEXT
        log.dirs=%3$s
        # A misspelt topic is an error, not a new topic.
        auto.create.topics.enable=false
        # One broker: nothing to replicate to.
        default.replication.factor=1
        min.insync.replicas=1
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=4
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=4
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        share.coordinator.state.topic.num.partitions=1
        # A job that is down longer than this loses its open transaction: as the broker's default.
        transaction.max.timeout.ms=900000
        # Consumers join at once instead of waiting three seconds for others.
        group.initial.rebalance.delay.ms=0
        """
            .formatted(port, controllerPort, properties(workspace.data().resolve("kafka")));
    try {
      Path conf = Files.createDirectories(workspace.conf().resolve("kafka"));
      Files.writeString(conf.resolve("server.properties"), properties);
      copyLogging(conf);
      return conf;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  static void copyLogging(Path conf) throws IOException {
    try (InputStream logging = LocalKafka.class.getResourceAsStream("server-log4j2.properties")) {
      if (logging == null) {
        throw new IllegalStateException("server-log4j2.properties is not on the class path");
      }
      Files.copy(logging, conf.resolve("log4j2.properties"));
    }
  }

  private static String properties(Path path) {
    return path.toString().replace("\\", "\\\\");
  }
}
