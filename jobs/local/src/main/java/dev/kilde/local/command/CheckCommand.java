package dev.kilde.local.command;

import dev.kilde.profile.definition.DefinitionFolder;
import dev.kilde.profile.definition.FolderReading;
import dev.kilde.profile.definition.JsonSchemas;
import dev.kilde.profile.definition.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./kilde check DIR}: what is wrong with definitions, and what would be right. */
@Command(
    name = "check",
    description =
        "Validates a folder of definitions: file, line, column, what is wrong, what would be right."
            + " Exit code 1 on any error.",
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {

  private static final int VALID = 0;
  private static final int INVALID = 1;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Parameters(paramLabel = "DIR", description = "The folder, such as flink-conf/definitions")
  private Path folder;

  @Option(
      names = "--schema",
      description =
          "Also write the JSON Schemas of the definition language to DIR/schema, for completion in"
              + " editors.")
  private boolean schema;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  /** Made by picocli. */
  public CheckCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    FolderReading reading = DefinitionFolder.read(folder);
    reading.notices().forEach(out::println);
    int code;
    if (reading instanceof FolderReading.Invalid invalid) {
      List<Problem> problems = invalid.problems();
      problems.forEach(err::println);
      err.println(folder + ": " + count(problems.size(), "problem"));
      code = INVALID;
    } else {
      int files = ((FolderReading.Valid) reading).files();
      out.println(folder + ": " + count(files, "file") + ", no problems");
      code = VALID;
    }
    if (schema && Files.isDirectory(folder) && !writeSchemas(out, err)) {
      code = INVALID;
    }
    out.flush();
    err.flush();
    return code;
  }

  private boolean writeSchemas(PrintWriter out, PrintWriter err) {
    try {
      JsonSchemas.write(folder).forEach(file -> out.println(file + ": written"));
      return true;
    } catch (IOException e) {
      err.println(folder + ": no schema can be written here: " + e);
      return false;
    }
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
