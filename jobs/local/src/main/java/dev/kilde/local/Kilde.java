package dev.kilde.local;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./kilde}: the list of commands, and what exit codes mean. */
@Command(
    name = "kilde",
    description = "A customer data platform that runs as Apache Flink jobs.",
    subcommands = {ServersCommand.class},
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeOnInvalidInput = Kilde.USAGE,
    exitCodeOnExecutionException = Kilde.FAILED)
public final class Kilde {

  /** Exit code of a command that could not do its work. */
  public static final int FAILED = 1;

  /** Exit code of a command line that cannot be understood (EX_USAGE). */
  public static final int USAGE = 64;

  private Kilde() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /**
   * The command line with its error handling: usage errors exit 64, an expected failure is one
   * message.
   */
  static CommandLine commandLine() {
    return new CommandLine(new Kilde())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              PrintWriter terminal = command.getErr();
              if (failure instanceof dev.kilde.local.runtime.LocalServerException) {
                terminal.println(failure.getMessage());
              } else {
                failure.printStackTrace(terminal);
              }
              return FAILED;
            });
  }
}
