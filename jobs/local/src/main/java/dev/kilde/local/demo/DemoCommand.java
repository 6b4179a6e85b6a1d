package dev.kilde.local.demo;

import dev.kilde.connectors.files.UnreadableInputException;
import dev.kilde.local.runtime.Installation;
import dev.kilde.local.runtime.LocalStackOptions;
import dev.kilde.local.shop.ShopOptions;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./kilde demo}: real servers, the real jobs, a sample shop. */
@Command(
    name = "demo",
    description = {
      "Starts Kafka, Elasticsearch and Flink, submits the jobs and plays a shop through them.",
      "Ctrl-C stops all of it."
    },
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

  private static final int UNREADABLE = 2;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--once",
      description = "End when everything played has arrived in Elasticsearch.")
  private boolean once;

  @Option(
      names = "--events",
      paramLabel = "DIR",
      description = "Play this folder of <topic>.jsonl in place of the sample shop.")
  private @Nullable Path events;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description =
          "Events per second, 0: as fast as they can be written (default: 1000; with --once: 0).")
  private @Nullable Double rate;

  @Option(
      names = "--people",
      paramLabel = "N",
      description = "How many people the shop knows (default: ${DEFAULT-VALUE}).")
  private int people = ShopOptions.DEFAULT.people();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What all chance of the shop comes from (default: ${DEFAULT-VALUE}).")
  private long seed = ShopOptions.DEFAULT.seed();

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "How many days the shop is open (default: ${DEFAULT-VALUE}).")
  private int days = ShopOptions.DEFAULT.days();

  @Option(
      names = "--kafka-port",
      defaultValue = "9092",
      description = "Port of the broker; 0: any free one (default: ${DEFAULT-VALUE}).")
  private int kafkaPort;

  @Option(
      names = "--elasticsearch-port",
      defaultValue = "9200",
      description = "HTTP port of Elasticsearch; 0: any free one (default: ${DEFAULT-VALUE}).")
  private int elasticsearchPort;

  @Option(
      names = "--flink-port",
      defaultValue = "8081",
      description = "Port of Flink's web UI; 0: any free one (default: ${DEFAULT-VALUE}).")
  private int flinkPort;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Where servers keep data and logs; emptied first (default: .kilde here).")
  private @Nullable Path folder;

  @Override
  public Integer call() throws Exception {
    Installation installation = Installation.find();
    DemoOptions options = options(installation);
    PrintStream terminal = System.out;
    try {
      new Demo(installation, options, terminal).run();
      return 0;
    } catch (UnreadableInputException e) {
      terminal.flush();
      command().commandLine().getErr().println("kilde demo: " + e.getMessage());
      return UNREADABLE;
    }
  }

  private DemoOptions options(Installation installation) {
    try {
      double asked = rate == null ? (once ? 0 : 1000) : rate;
      if (!(asked >= 0) || Double.isInfinite(asked)) {
        throw new IllegalArgumentException("--rate must be 0 or more, not " + asked);
      }
      for (int port : new int[] {kafkaPort, elasticsearchPort, flinkPort}) {
        if (port < 0 || port > 65_535) {
          throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
      }
      ShopOptions shop = ShopOptions.DEFAULT;
      return new DemoOptions(
          new ShopOptions(shop.tenant(), seed, people, shop.start(), days),
          events,
          asked,
          once,
          folder == null ? installation.workspace() : folder,
          LocalStackOptions.defaults().withPorts(kafkaPort, elasticsearchPort, flinkPort));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(
          command().commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private CommandSpec command() {
    return Objects.requireNonNull(spec, "run by picocli");
  }
}
