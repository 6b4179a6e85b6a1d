package dev.kilde.local.command;

import dev.kilde.connectors.files.UnreadableInputException;
import dev.kilde.connectors.files.UnwritableOutputException;
import dev.kilde.profile.definition.DefinitionFolder;
import dev.kilde.profile.definition.Definitions;
import dev.kilde.profile.definition.FolderReading;
import dev.kilde.profile.replay.ModelFile;
import dev.kilde.profile.replay.Replay;
import dev.kilde.profile.replay.ReplayOptions;
import dev.kilde.profile.replay.ReplaySummary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.flink.runtime.client.JobExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./kilde replay}: the profile topology over files. */
@Command(
    name = "replay",
    description = "Runs the same topology over files: history in, profiles out.",
    mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(ReplayCommand.class);

  /** The definitions are not right. */
  static final int INVALID = 1;

  /** The job itself failed, which no input should make it do (EX_SOFTWARE). */
  static final int FAILED = 70;

  /** The input cannot be read. */
  static final int UNREADABLE = 2;

  @Option(
      names = "--events",
      required = true,
      description = "Folder with <topic>.jsonl or <topic>.jsonl.gz")
  private Path events = Path.of(".");

  @Option(
      names = "--definitions",
      description = "Folder with definitions, see flink-conf/definitions (default: built in)")
  private @Nullable Path definitions;

  @Option(names = "--out", required = true, description = "Folder for the outputs")
  private Path out = Path.of(".");

  @Option(
      names = "--as-of",
      converter = InstantConverter.class,
      description = "Where event time ends, inclusive (default: last event + 1 ms)")
  private @Nullable Instant asOf;

  @Option(
      names = "--models",
      paramLabel = "FILE",
      description =
          "Models as they were published, one a line (default: learned from everybody, where"
              + " scoring.yaml asks for quintiles)")
  private @Nullable Path models;

  @Option(
      names = "--parallelism",
      description =
          "Of the stages, at most 16 (default: one per processor); the result is the same")
  private int parallelism =
      Math.min(Replay.MOST_PARALLEL, Runtime.getRuntime().availableProcessors());

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (parallelism < 1) {
      throw new ParameterException(
          spec().commandLine(), "--parallelism must be at least 1, not " + parallelism);
    }
    PrintWriter err = spec().commandLine().getErr();
    if (parallelism > Replay.MOST_PARALLEL) {
      err.println(
          "kilde replay: --parallelism "
              + parallelism
              + " is more than one process can use; "
              + Replay.MOST_PARALLEL
              + " it is, the result is the same");
      parallelism = Replay.MOST_PARALLEL;
    }
    FolderReading reading =
        definitions == null
            ? new FolderReading.Valid(Definitions.DEFAULT, List.of(), 0)
            : DefinitionFolder.read(definitions);
    reading.notices().forEach(spec().commandLine().getOut()::println);
    if (reading instanceof FolderReading.Invalid invalid) {
      invalid.problems().forEach(err::println);
      return INVALID;
    }
    return replay(((FolderReading.Valid) reading).definitions(), err);
  }

  private int replay(Definitions with, PrintWriter err) throws Exception {
    try (TemporaryFolder work = TemporaryFolder.create()) {
      ReplaySummary summary =
          Replay.run(
              new ReplayOptions(
                  events,
                  out,
                  asOf,
                  parallelism,
                  with,
                  models == null ? null : ModelFile.read(models),
                  work.path()),
              Clock.systemUTC());
      summary.lines().forEach(spec().commandLine().getOut()::println);
      return 0;
    } catch (UnreadableInputException | UnwritableOutputException e) {
      err.println("kilde replay: " + e.getMessage());
      return UNREADABLE;
    } catch (JobExecutionException | OutOfMemoryError e) {
      LOG.error("the replay failed", e);
      err.println(
          "kilde replay: failed: " + rootOf(e) + "; the whole story is in .kilde/logs/kilde.log");
      return FAILED;
    }
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the specification before it calls");
    }
    return spec;
  }
}
