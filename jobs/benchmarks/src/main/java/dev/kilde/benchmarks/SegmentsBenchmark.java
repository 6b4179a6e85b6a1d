package dev.kilde.benchmarks;

import dev.kilde.connectors.input.Input;
import dev.kilde.connectors.input.InputTypeInfo;
import dev.kilde.connectors.input.TickWatermarks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;

/**
 * What segments cost: the whole profile job on RocksDB over the same traffic, with more and more of
 * them.
 *
 * <p>Arguments: events (default 300000), visitors (30000), rounds (3), numbers of segments
 * (1,10,100,1000).
 */
public final class SegmentsBenchmark {

  private SegmentsBenchmark() {}

  /** Runs the rounds, the numbers in turn, and prints medians relative to the first number. */
  public static void main(String[] args) throws Exception {
    long events = args.length > 0 ? Long.parseLong(args[0]) : 300_000;
    int visitors = args.length > 1 ? Integer.parseInt(args[1]) : 30_000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    int[] counts =
        Arrays.stream((args.length > 3 ? args[3] : "1,10,100,1000").split(",", -1))
            .mapToInt(Integer::parseInt)
            .toArray();
    run(events / 3, visitors, counts[0]); // code gets compiled
    List<List<Double>> ratios = new ArrayList<>();
    System.out.println("round  segments  events/s  ratio  checkpoint, MB");
    for (int round = 1; round <= rounds; round++) {
      double first = 0;
      for (int i = 0; i < counts.length; i++) {
        ProfileRun run = run(events, visitors, counts[i]);
        first = i == 0 ? run.perSecond() : first;
        if (round == 1) {
          ratios.add(new ArrayList<>());
        }
        ratios.get(i).add(run.perSecond() / first);
        System.out.printf(
            "%5d  %8d  %8.0f  %5.2f  %14.1f%n",
            round, counts[i], run.perSecond(), run.perSecond() / first, run.checkpointMegabytes());
      }
    }
    for (int i = 0; i < counts.length; i++) {
      List<Double> sorted = ratios.get(i).stream().sorted().toList();
      System.out.printf(
          "%d segments: median ratio %.2f%n", counts[i], sorted.get(sorted.size() / 2));
    }
  }

  private static ProfileRun run(long events, int visitors, int segments) throws Exception {
    return ProfileRun.of(
        events,
        Segments.of(segments),
        (env, lane) ->
            env.fromSource(
                new DataGeneratorSource<Input>(
                    new Traffic(visitors, true, lane, ProfileRun.PARALLELISM),
                    events / ProfileRun.PARALLELISM,
                    InputTypeInfo.INSTANCE),
                TickWatermarks.strategy(Duration.ofSeconds(1)),
                "traffic-" + lane));
  }
}
