package dev.kilde.benchmarks;

import dev.kilde.connectors.input.Input;
import dev.kilde.connectors.input.InputTypeInfo;
import dev.kilde.connectors.input.TickWatermarks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.util.FileUtils;

/**
 * A new segment over many people in RocksDB while events keep flowing: how long until everybody's
 * membership is told, and how late documents are meanwhile.
 *
 * <p>Arguments: people (default 200000), events a second (1000), seconds of traffic (90).
 */
public final class SweepBenchmark {

  private SweepBenchmark() {}

  /** Runs it once and prints the figures. */
  public static void main(String[] args) throws Exception {
    int people = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
    int rate = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
    Duration traffic = Duration.ofSeconds(args.length > 2 ? Integer.parseInt(args[2]) : 90);
    Path work = Files.createTempDirectory("kilde-benchmark");
    try {
      JobExecutionResult result =
          ProfileRun.run(
              work,
              Segments.of(20),
              new Observed(),
              (env, lane) -> {
                SweptTraffic source =
                    new SweptTraffic(
                        people,
                        30_000,
                        rate / ProfileRun.PARALLELISM,
                        lane,
                        ProfileRun.PARALLELISM);
                return env.fromSource(
                    new DataGeneratorSource<Input>(
                        source, source.elements(traffic), InputTypeInfo.INSTANCE),
                    TickWatermarks.strategy(Duration.ofMillis(200)),
                    "traffic-" + lane);
              });
      print(people, result);
    } finally {
      FileUtils.deleteDirectoryQuietly(work.toFile());
    }
  }

  private static void print(int people, JobExecutionResult result) {
    long swept = Objects.requireNonNull(result.<Long>getAccumulatorResult(Observed.SWEPT));
    Map<Integer, Integer> took =
        Objects.requireNonNull(result.getAccumulatorResult(Observed.SWEEP_TOOK));
    System.out.printf("%d of %d people entered by definition%n", swept, people);
    System.out.printf("the last of them after %.1f s%n", percentile(took, 1) / 1e3);
    Map<Integer, Integer> delays =
        Objects.requireNonNull(result.getAccumulatorResult(Observed.DELAYS));
    System.out.printf(
        "documents told late by, ms: p50 %d, p99 %d, max %d%n",
        percentile(delays, 0.5), percentile(delays, 0.99), percentile(delays, 1));
    System.out.printf("%d documents%n", delays.values().stream().mapToInt(n -> n).sum());
  }

  /** The value that a share of all is at most. */
  private static int percentile(Map<Integer, Integer> counts, double share) {
    long all = counts.values().stream().mapToLong(count -> count).sum();
    long seen = 0;
    for (Map.Entry<Integer, Integer> each : new TreeMap<>(counts).entrySet()) {
      seen += each.getValue();
      if (seen >= share * all) {
        return each.getKey();
      }
    }
    return 0;
  }
}
