package dev.kilde.benchmarks;

import dev.kilde.connectors.input.Input;
import dev.kilde.connectors.input.InputTypeInfo;
import dev.kilde.connectors.input.TickWatermarks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;

/**
 * What one identifier on everybody's receipts costs: the whole profile job on RocksDB over receipts
 * that name a customer, once with nothing else, once with the store's till as device on each of
 * them, once with one loyalty number in place of the customer on a fifth of them.
 *
 * <p>Arguments: receipts (default 300000), customers (50000), rounds (3).
 */
public final class HotIdentifierBenchmark {

  private HotIdentifierBenchmark() {}

  /** Runs the rounds, the three in turn, and prints each and the median of the ratios. */
  public static void main(String[] args) throws Exception {
    long receipts = args.length > 0 ? Long.parseLong(args[0]) : 300_000;
    int customers = args.length > 1 ? Integer.parseInt(args[1]) : 50_000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    for (Receipts.Hot hot : Receipts.Hot.values()) {
      run(receipts / 5, customers, hot); // code gets compiled
    }
    List<Double> tills = new ArrayList<>();
    List<Double> loyalty = new ArrayList<>();
    System.out.println(
        "round  nothing hot, receipts/s  till, ratio  loyalty number, ratio  largest checkpoint,"
            + " MB");
    for (int round = 1; round <= rounds; round++) {
      ProfileRun plain = run(receipts, customers, Receipts.Hot.NOTHING);
      ProfileRun till = run(receipts, customers, Receipts.Hot.TILL);
      ProfileRun number = run(receipts, customers, Receipts.Hot.LOYALTY_NUMBER);
      tills.add(till.perSecond() / plain.perSecond());
      loyalty.add(number.perSecond() / plain.perSecond());
      System.out.printf(
          "%5d  %23.0f  %11.2f  %21.2f  %.0f, %.0f, %.0f%n",
          round,
          plain.perSecond(),
          till.perSecond() / plain.perSecond(),
          number.perSecond() / plain.perSecond(),
          plain.checkpointMegabytes(),
          till.checkpointMegabytes(),
          number.checkpointMegabytes());
    }
    tills.sort(Double::compare);
    loyalty.sort(Double::compare);
    System.out.printf(
        "medians of the ratios: till %.2f, loyalty number %.2f%n",
        tills.get(tills.size() / 2), loyalty.get(loyalty.size() / 2));
  }

  private static ProfileRun run(long receipts, int customers, Receipts.Hot hot) throws Exception {
    return ProfileRun.of(
        receipts,
        (env, lane) ->
            env.fromSource(
                new DataGeneratorSource<Input>(
                    new Receipts(customers, hot, lane, ProfileRun.PARALLELISM),
                    receipts / ProfileRun.PARALLELISM,
                    InputTypeInfo.INSTANCE),
                TickWatermarks.strategy(Duration.ofSeconds(1)),
                "receipts-" + lane));
  }
}
