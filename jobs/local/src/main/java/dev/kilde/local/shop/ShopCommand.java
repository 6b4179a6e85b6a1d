package dev.kilde.local.shop;

import dev.kilde.schemas.Topic;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code kilde shop}: writes the sample shop as files. Exit codes: 0 written, 2 the folder cannot
 * be written, 64 an option is no good.
 */
@Command(
    name = "shop",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the sample shop as a folder of JSON lines, one file a topic.",
      "The same options always give the same bytes."
    })
public final class ShopCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder to write <topic>.jsonl into; made if it is not there.")
  private Path out = Path.of(".");

  @Option(
      names = "--people",
      paramLabel = "N",
      description = "How many people the shop knows (default: ${DEFAULT-VALUE}).")
  private int people = ShopOptions.DEFAULT.people();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What all chance comes from (default: ${DEFAULT-VALUE}).")
  private long seed = ShopOptions.DEFAULT.seed();

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "How many days it is open (default: ${DEFAULT-VALUE}).")
  private int days = ShopOptions.DEFAULT.days();

  @Option(
      names = "--start",
      paramLabel = "INSTANT",
      description = "Its first instant (default: ${DEFAULT-VALUE}).")
  private Instant start = ShopOptions.DEFAULT.start();

  @Option(
      names = "--tenant",
      paramLabel = "NAME",
      description = "The shop's name in every record (default: ${DEFAULT-VALUE}).")
  private String tenant = ShopOptions.DEFAULT.tenant();

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec, "run by picocli");
    SampleShop shop = new SampleShop(options(command));
    try {
      Map<Topic, Long> written = ShopFiles.write(shop, out);
      StringBuilder summary = new StringBuilder();
      written.forEach((topic, count) -> summary.append(count + " " + topic.topicName() + ", "));
      command
          .commandLine()
          .getOut()
          .println(summary + "of " + shop.people() + " people, written to " + out);
      return 0;
    } catch (IOException failure) {
      command.commandLine().getErr().println("cannot write " + out + ": " + inWords(failure));
      return 2;
    }
  }

  private ShopOptions options(CommandSpec command) {
    try {
      return new ShopOptions(tenant, seed, people, start, days);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(
          command.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private static String inWords(IOException failure) {
    if (failure instanceof NotDirectoryException) {
      return "it is not a folder; give another --out";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied; give another --out";
    }
    return failure.getClass().getSimpleName() + " " + failure.getMessage();
  }
}
