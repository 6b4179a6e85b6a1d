package dev.kilde.local.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A job to be started.
 *
 * @param jar holds the main class and everything it needs beyond Flink
 * @param main the main class
 * @param arguments of its main method
 * @param savepoint where to restore from, a savepoint's path as Flink gave it; null: an empty start
 * @param parallelism of every operator that does not set its own, at least 1; empty: the cluster's
 *     default
 */
public record JobSubmission(
    Path jar,
    String main,
    List<String> arguments,
    @Nullable String savepoint,
    OptionalInt parallelism) {

  /**
   * @throws IllegalArgumentException if the parallelism is below 1
   */
  public JobSubmission {
    arguments = List.copyOf(arguments);
    if (parallelism.isPresent() && parallelism.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "parallelism is " + parallelism.getAsInt() + "; give 1 or more");
    }
  }

  /** With no state, at the cluster's default parallelism. */
  public static JobSubmission of(Path jar, String main, List<String> arguments) {
    return new JobSubmission(jar, main, arguments, null, OptionalInt.empty());
  }

  /** The same with the state of this savepoint, all of which must find its operator. */
  public JobSubmission from(String path) {
    return new JobSubmission(jar, main, arguments, path, parallelism);
  }

  /** The same with this parallelism. */
  public JobSubmission withParallelism(int other) {
    return new JobSubmission(jar, main, arguments, savepoint, OptionalInt.of(other));
  }
}
