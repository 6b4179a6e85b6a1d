package dev.kilde.local;

import dev.kilde.local.command.CheckCommand;
import dev.kilde.local.command.ExplainCommand;
import dev.kilde.local.command.ReplayCommand;
import dev.kilde.local.demo.DemoCommand;
import dev.kilde.local.publish.PublishCommand;
import dev.kilde.local.runtime.LocalServerException;
import dev.kilde.local.shop.ShopCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code ./kilde}: the list of commands, and what exit codes mean. */
@Command(
    name = "kilde",
    description = "A customer data platform that runs as Apache Flink jobs.",
    subcommands = {
      CheckCommand.class,
      DemoCommand.class,
      ExplainCommand.class,
      PublishCommand.class,
      ReplayCommand.class,
      ServersCommand.class,
      ShopCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Kilde.Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Kilde {

  /** Exit code of a command that could not do its work. */
  public static final int FAILED = 1;

  /** Exit code of a command line that cannot be understood (EX_USAGE), whatever the command. */
  public static final int USAGE = 64;

  private Kilde() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Kilde())
        .setExitCodeExceptionMapper(
            failure -> failure instanceof ParameterException ? USAGE : FAILED)
        .setExecutionExceptionHandler(Kilde::report);
  }

  /** An expected failure is one message; the stack trace is for the others. */
  private static int report(Exception failure, CommandLine command, ParseResult parsed) {
    if (failure instanceof LocalServerException) {
      command.getErr().println(failure.getMessage());
    } else {
      failure.printStackTrace(command.getErr());
    }
    return FAILED;
  }

  /** The version the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Kilde.class.getPackage().getImplementationVersion();
      return new String[] {"kilde " + (version == null ? "(not built)" : version)};
    }
  }
}
