package dev.kilde.local.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A running server: its process and its log. */
public final class ServerProcess {

  private static final Duration GRACE = Duration.ofSeconds(10);

  private final String name;
  private final Path log;
  private final Process process;

  private ServerProcess(ServerCommand command, Process process) {
    this.name = command.name();
    this.log = command.log();
    this.process = process;
  }

  /**
   * Starts the process; does not wait for it to be of use.
   *
   * @throws LocalServerException if the system refuses to
   */
  static ServerProcess start(ServerCommand command) {
    ProcessBuilder builder = new ProcessBuilder(command.line());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(command.log().toFile()));
    // Flags meant for this JVM must not reach the servers' ones.
    builder.environment().remove("JDK_JAVA_OPTIONS");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    try {
      return new ServerProcess(command, builder.start());
    } catch (IOException refused) {
      throw new LocalServerException(
          "%s cannot be started: %s".formatted(command.name(), refused.getMessage()), refused);
    }
  }

  /** What the server is called in messages. */
  public String name() {
    return name;
  }

  /** The process id. */
  public long pid() {
    return process.pid();
  }

  /** Whether the process runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Where it writes standard output and error. */
  public Path log() {
    return log;
  }

  /**
   * Does nothing while the process runs.
   *
   * @throws LocalServerException with the end of its log if it ended
   */
  public void requireAlive() {
    if (!process.isAlive()) {
      throw new LocalServerException(
          "%s ended with exit code %d. The end of its log, %s:%n%s"
              .formatted(name, process.exitValue(), log, LogTail.of(log)));
    }
  }

  /** Asks the process to end, ends it by force after ten seconds, returns when it is gone. */
  public void stop() {
    process.destroy();
    if (!awaitEnd(GRACE)) {
      kill();
    }
  }

  /** Ends the process at once, as {@code kill -9} does, and returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    if (!awaitEnd(GRACE)) {
      throw new LocalServerException(
          "%s (process %d) does not end, not even by force.".formatted(name, process.pid()));
    }
  }

  private boolean awaitEnd(Duration atMost) {
    // A shutdown must go on even where the thread was told to hurry.
    boolean interrupted = Thread.interrupted();
    try {
      long deadline = System.nanoTime() + atMost.toNanos();
      while (true) {
        try {
          return process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException hurry) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
