package dev.kilde.local.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A broker and a node without a Flink cluster, for tests that bring their own. */
public final class KafkaAndElasticsearch implements AutoCloseable {
  private final RunningServers servers = new RunningServers();
  private final Workspace workspace;
  private final LocalKafka kafka;
  private final LocalElasticsearch elasticsearch;

  private KafkaAndElasticsearch(Path folder) {
    workspace = Workspace.open(folder);
    Installation installation = Installation.find();
    Ports ports = new Ports();
    elasticsearch =
        LocalElasticsearch.launch(
            servers,
            installation,
            workspace,
            ports.choose(Ports.ANY, "Elasticsearch", ""),
            ports.choose(Ports.ANY, "Elasticsearch's transport", ""),
            512);
    kafka =
        LocalKafka.launch(
            servers,
            installation,
            workspace,
            ports.choose(Ports.ANY, "Kafka", ""),
            ports.choose(Ports.ANY, "Kafka's controller", ""),
            384);
  }

  /** Starts both in {@code folder}, which is emptied, and returns when both are healthy. */
  public static KafkaAndElasticsearch start(Path folder) {
    KafkaAndElasticsearch both = new KafkaAndElasticsearch(folder);
    try {
      Startup.await(List.of(both.kafka, both.elasticsearch), Duration.ofMinutes(2), progress -> {});
      return both;
    } catch (RuntimeException failed) {
      both.close();
      throw failed;
    }
  }

  public LocalKafka kafka() {
    return kafka;
  }

  public LocalElasticsearch elasticsearch() {
    return elasticsearch;
  }

  @Override
  public void close() {
    servers.close();
    workspace.close();
  }
}
