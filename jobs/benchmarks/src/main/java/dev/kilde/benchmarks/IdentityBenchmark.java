package dev.kilde.benchmarks;

import dev.kilde.connectors.input.Input;
import dev.kilde.connectors.input.InputTypeInfo;
import dev.kilde.connectors.input.TickWatermarks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;

/**
 * What identity costs on anonymous-heavy traffic: the whole profile job on RocksDB, once with
 * events that link a device to an e-mail address, once with the same events naming only the
 * strongest.
 *
 * <p>Arguments: events (default 1000000), visitors (200000), rounds (5).
 */
public final class IdentityBenchmark {

  private IdentityBenchmark() {}

  /** Runs the rounds, the two in turn, and prints each and the median of the ratios. */
  public static void main(String[] args) throws Exception {
    long events = args.length > 0 ? Long.parseLong(args[0]) : 1_000_000;
    int visitors = args.length > 1 ? Integer.parseInt(args[1]) : 200_000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
    run(events / 5, visitors, true); // code gets compiled
    run(events / 5, visitors, false);
    List<Double> ratios = new ArrayList<>();
    System.out.println("round  without, events/s  with, events/s  ratio");
    for (int round = 1; round <= rounds; round++) {
      double without = run(events, visitors, false);
      double with = run(events, visitors, true);
      ratios.add(with / without);
      System.out.printf("%5d  %17.0f  %14.0f  %5.2f%n", round, without, with, with / without);
    }
    ratios.sort(Double::compare);
    System.out.printf("median of the ratios: %.2f%n", ratios.get(ratios.size() / 2));
  }

  private static double run(long events, int visitors, boolean linked) throws Exception {
    return ProfileRun.of(
            events,
            (env, lane) ->
                env.fromSource(
                    new DataGeneratorSource<Input>(
                        new Traffic(visitors, linked, lane, ProfileRun.PARALLELISM),
                        events / ProfileRun.PARALLELISM,
                        InputTypeInfo.INSTANCE),
                    TickWatermarks.strategy(Duration.ofSeconds(1)),
                    "traffic-" + lane))
        .perSecond();
  }
}
