package dev.kilde.local;

import dev.kilde.local.runtime.Installation;
import dev.kilde.local.runtime.LocalStack;
import dev.kilde.local.runtime.LocalStackOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./kilde servers}: the demo's servers without the demo, for developing against them. */
@Command(
    name = "servers",
    description = "Starts Kafka, Elasticsearch and Flink, empty, and runs them until Ctrl-C.",
    mixinStandardHelpOptions = true)
final class ServersCommand implements Callable<Integer> {

  @Option(
      names = "--kafka-port",
      defaultValue = "9092",
      description = "Port of the broker; 0: any free one. Default: ${DEFAULT-VALUE}")
  private int kafkaPort;

  @Option(
      names = "--elasticsearch-port",
      defaultValue = "9200",
      description = "HTTP port of Elasticsearch; 0: any free one. Default: ${DEFAULT-VALUE}")
  private int elasticsearchPort;

  @Option(
      names = "--flink-port",
      defaultValue = "8081",
      description = "Port of Flink's web UI; 0: any free one. Default: ${DEFAULT-VALUE}")
  private int flinkPort;

  @Option(
      names = "--folder",
      description = "Where they keep data and logs; emptied first. Default: .kilde in the checkout")
  private @Nullable Path folder;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Installation installation = Installation.find();
    PrintWriter terminal = spec.commandLine().getOut();
    LocalStackOptions options =
        LocalStackOptions.defaults().withPorts(kafkaPort, elasticsearchPort, flinkPort);
    try (LocalStack stack =
        LocalStack.start(
            installation,
            folder == null ? installation.workspace() : folder,
            options,
            terminal::println)) {
      terminal.println("Logs: " + stack.logs());
      terminal.println("Ctrl-C stops all.");
      terminal.flush();
      while (true) {
        stack.requireAlive();
        Thread.sleep(500);
      }
    }
  }
}
