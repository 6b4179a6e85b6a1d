package dev.kilde.profile.replay;

import dev.kilde.connectors.files.OrderedInput;
import dev.kilde.connectors.files.OrderedInputSource;
import dev.kilde.connectors.files.OutputFolder;
import dev.kilde.connectors.input.TickWatermarks;
import dev.kilde.core.definition.Limits;
import dev.kilde.core.definition.Retention;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.person.EventCap;
import dev.kilde.profile.ProfileSettings;
import dev.kilde.profile.ProfileTopology;
import dev.kilde.profile.Uids;
import dev.kilde.profile.definition.Definitions;
import dev.kilde.profile.explain.ExplainFolder;
import dev.kilde.profile.rules.BaseRules;
import dev.kilde.profile.rules.RuleUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Runs the profile topology over files, bounded, in an embedded cluster.
 *
 * <p>Two passes: the first reads, checks and sorts the input; the second plays it in order, event
 * time ending at the replay's instant. Where people were erased both are run again, with what the
 * erasures ask of weaker identifiers among the input, until they ask nothing new: once more for
 * each tier they go through. Where scores depend on everybody, as quintiles do, everything is
 * played once more by what was learned.
 */
public final class Replay {

  /**
   * How many times its encoded size an input may need as state on the heap; where that is more than
   * there is, state goes to RocksDB. The result is the same.
   */
  static final long HEAP_PER_BYTE = 16;

  /** One process gains nothing from more subtasks, and each pair of them costs buffers. */
  public static final int MOST_PARALLEL = 16;

  private Replay() {}

  /**
   * Replays and waits for the end.
   *
   * @param now the wall clock, for the {@code at} of dead letters and for how long it took
   * @throws dev.kilde.connectors.files.UnreadableInputException if the input cannot be read
   * @throws dev.kilde.connectors.files.UnwritableOutputException if the output cannot be written
   */
  public static ReplaySummary run(ReplayOptions options, java.time.Clock now) throws Exception {
    Instant started = now.instant();
    OutputFolder.prepare(options.out());
    try (DerivedErasures derived = DerivedErasures.in(options.work())) {
      return run(options, derived, started, now);
    }
  }

  private static ReplaySummary run(
      ReplayOptions options, DerivedErasures derived, Instant started, java.time.Clock now)
      throws Exception {
    OrderedInput given = null;
    List<RuleUpdate> models = options.models();
    for (; ; ) {
      OrderedInput input =
          OrderedInput.read(
              options.events(),
              OrderedInput.Options.defaults(options.asOf(), options.work(), started)
                  .with(derived.file()));
      given = given == null ? input : given;
      try {
        JobExecutionResult result = play(input, options, derived, models);
        if (derived.grew()) {
          continue;
        }
        if (options.learns() && models == null) {
          models = Learned.from(options.out(), input.asOf());
        } else {
          ExplainFolder.in(options.out()).write(input.asOf(), rules(options.definitions(), models));
          return summary(given, result, Duration.between(started, now.instant()));
        }
      } finally {
        input.delete();
      }
    }
  }

  /**
   * What became of what was given.
   *
   * @param given without what erasures asked
   */
  private static ReplaySummary summary(
      OrderedInput given, JobExecutionResult result, Duration took) {
    Map<String, Long> counts = new TreeMap<>();
    result
        .getAllAccumulatorResults()
        .forEach((name, value) -> counts.put(name, ((Number) value).longValue()));
    return new ReplaySummary(
        given, counts, counts.getOrDefault(Documents.WRITTEN, 0L), given.asOf(), took);
  }

  private static JobExecutionResult play(
      OrderedInput input,
      ReplayOptions options,
      DerivedErasures derived,
      @Nullable List<RuleUpdate> models)
      throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            options.parallelism(), configuration(input, options));
    ProfileTopology.define(
        env.fromSource(
                OrderedInputSource.of(input), TickWatermarks.strategy(Duration.ZERO), Uids.INPUTS)
            .setParallelism(1)
            .uid(Uids.INPUTS),
        settings(input, options.definitions(), rules(options.definitions(), models)),
        new ReplaySinks(options.out(), derived.folder()));
    return env.execute("kilde-replay");
  }

  private static BaseRules rules(Definitions definitions, @Nullable List<RuleUpdate> models) {
    BaseRules rules = BaseRules.of(definitions);
    return models == null ? rules : rules.with(models);
  }

  /** Retention is off, the tiers' own as well, unless limits.yaml sets it. */
  private static ProfileSettings settings(
      OrderedInput input, Definitions definitions, BaseRules rules) {
    Limits limits = definitions.limits();
    IdentityRules identity = definitions.identity();
    return new ProfileSettings(
        limits.retentionOr(Retention.FOREVER),
        null,
        input.asOf(),
        limits.retention() == null ? identity.keptAsPeople() : identity,
        limits.defaultCountry(),
        EventCap.DEFAULT.most(),
        ProfileSettings.DEFAULT_MOST_LINKS,
        rules,
        ProfileSettings.DEFAULT_HOT);
  }

  private static boolean fitsOnHeap(OrderedInput input) throws IOException {
    long bytes = 0;
    for (Path run : input.runs()) {
      bytes += Files.size(run);
    }
    return bytes <= Runtime.getRuntime().maxMemory() / HEAP_PER_BYTE;
  }

  private static Configuration configuration(OrderedInput input, ReplayOptions options)
      throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
    configuration.set(StateBackendOptions.STATE_BACKEND, fitsOnHeap(input) ? "hashmap" : "rocksdb");
    configuration.set(CoreOptions.TMP_DIRS, options.work().toString());
    configuration.set(TaskManagerOptions.NUM_TASK_SLOTS, options.parallelism());
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
    return configuration;
  }
}
