package dev.kilde.local.command;

import dev.kilde.profile.explain.ExplainFolder;
import dev.kilde.profile.explain.ExplainedPerson;
import dev.kilde.profile.explain.NotReplayedException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./kilde explain}: why somebody is in a segment or is not, from a replay's outputs. */
@Command(
    name = "explain",
    description =
        "Says why a person of a replay is in a segment or is not: each condition with the value it"
            + " was judged on and the instant at which it changes if nothing happens.",
    mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {

  /** There is no such replay, person or segment. */
  static final int NOT_THERE = 2;

  @Option(names = "--out", required = true, description = "Folder a replay wrote its outputs to")
  private Path out = Path.of(".");

  @Option(
      names = "--profile",
      required = true,
      paramLabel = "ID",
      description = "The profileId, as in profiles.jsonl")
  private String profile = "";

  @Option(
      names = "--segment",
      paramLabel = "ID",
      description = "Of one segment only (default: the scores and every segment)")
  private @Nullable String segment;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  /** Made by picocli. */
  public ExplainCommand() {}

  @Override
  public Integer call() {
    try {
      Optional<ExplainFolder.Found> found =
          ExplainFolder.in(out).find(profile.strip().toLowerCase(Locale.ROOT));
      if (found.isEmpty()) {
        return refused(
            "nobody has the id "
                + profile
                + " at the end of this replay; profileId in "
                + out.resolve("profiles.jsonl")
                + " says who there is, identity-changes.jsonl beside it who became whom");
      }
      return explain(new ExplainedPerson(found.get()));
    } catch (NotReplayedException e) {
      return refused(String.valueOf(e.getMessage()));
    }
  }

  private int explain(ExplainedPerson person) {
    String only = segment;
    if (only == null) {
      return told(person.all());
    }
    Optional<List<String>> lines = person.segment(only);
    return lines.isPresent()
        ? told(lines.get())
        : refused("there is no segment " + only + "; " + person.remedy(only));
  }

  private int told(List<String> lines) {
    PrintWriter to = spec.commandLine().getOut();
    lines.forEach(to::println);
    to.flush();
    return 0;
  }

  private int refused(String why) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("kilde explain: " + why);
    err.flush();
    return NOT_THERE;
  }
}
